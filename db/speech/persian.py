"""Speech in Persian."""

from __future__ import annotations

import re

from db.speech.lexicon import NEVER, Lexicon, a_set, words

LEXICON = Lexicon(
    code="fa",
    order="svo",
    cased=False,
    said=words(
        "پیشنهاد_کرد اذعان_داشت ابراز_تأسف_کرد ادعا_کرد توصیه_کرد وعده_داد فاش_کرد شرح_داد گفت می‌گوید گفته_است "
        "افزود اظهار_داشت اظهار_کرد بیان_کرد بیان_داشت اعلام_کرد تأکید_کرد تاکید_کرد تصریح_کرد "
        "خاطرنشان_کرد خاطرنشان_ساخت یادآور_شد ادامه_داد پاسخ_داد پرسید نوشت توضیح_داد هشدار_داد عنوان_کرد اضافه_کرد "
        "خاطرنشان_شد متذکر_شد اذعان_کرد مدعی_شد ابراز_کرد ابراز_داشت"
    ),
    reports=words("تشکر_کرد قدردانی_کرد درخواست_کرد محکوم_کرد ابراز_امیدواری_کرد اشاره_کرد خواستار خواست"),
    judges=words("خواند نامید توصیف_کرد"),
    transitive=NEVER,
    participles=NEVER,
    not_said=re.compile(r"(?:نمی‌|ن)$"),
    inverting=NEVER,
    according=words("به_گفته به_گفتهٔ به_گفته‌ی از_نظر"),
    according_self=words("به_گفته_(?:او|وی)"),
    according_after=NEVER,
    titles={
        "foreign": words("وزیر_(?:امور_)?خارجه"),
        "premier": words("نخست‌وزیر نخست_وزیر صدراعظم"),
        "head": words("رئیس‌جمهور رئیس_جمهور رییس‌جمهور پادشاه امیر رهبر"),
        "spokes": words("سخنگوی سخنگو"),
        "envoy": words("فرستاده نماینده سفیر میانجی"),
        "delegate": words("رئیس_هیئت رییس_هیئت مذاکره‌کننده"),
        "general": words("ژنرال سرلشکر سردار سرتیپ فرمانده"),
        "minister": words("وزیر"),
        "official": words("معاون مشاور مدیر استاندار نماینده کارشناس مهندس دبیر مقام عضو رئیس رییس دکتر"),
    },
    institutions=words("وزارت دولت سفارت دفتر"),
    sides=words("طرف‌ها هیئت‌ها کشورها وزیران آنها آنان"),
    pronouns=words("وی او"),
    many=words("آنها آنان ما"),
    honorifics=a_set("آقای خانم دکتر"),
    before_name=a_set("این"),
    of=a_set("امور در"),
    stops=a_set("که به در از با برای و تا پس پیش روز امروز دیروز فردا نیز هم درباره طی"),
    joins=a_set("و"),
    not_names=a_set("که این آن"),
    around=words("نیز هم همچنین سپس به_خبرنگاران در_ادامه در_پایان امروز دیروز"),
    adjuncts=re.compile(r"\s*(?:در|پس|پیش|طی|با|از|به)\b"),
    relatives=re.compile(r"\s*که\s"),
    documents=words(
        "تفاهم سند بیانیه توافق\\w* روزنامه مجله کتاب فیلم نمایش طرح برنامه پروژه به_اصطلاح عنوان نام موسوم قطعنامه "
        "گروه جنبش حزب شبکه عملیات"
    ),
    back=NEVER,
    in_house=NEVER,
    common=a_set("و در به از که این را با است برای آن"),
)
