"""Words that are no names though they are capitalised or have no case: those of which every text is full.

They are closed lists for the languages of the field: of languages with case the small words, which begin sentences; of
Arabic, Persian and Hebrew, which have none, also the commonest nouns and verbs of reports on talks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ENGLISH = """
a about above across after again against ago all almost alone along already also although always am among an and
another any anyone anything are around as aside at away back be because been before behind being below beside besides
between beyond both but by can cannot come could did do does done down during each either else enough even ever every
everyone everything except far few first for former four from further get give given go had half has have having he
hence her here hers herself him himself his how however i if in indeed inside instead into is it its itself just last
later least less let like made many may maybe me meanwhile might mine more moreover most much must my myself near
neither never next nine no nobody none nor not nothing now of off often on once one only or other others our ours
ourselves out outside over own per perhaps quite same saw say says second see seen seven several shall she should
since six so some someone something soon still such ten than that the their theirs them themselves then there
therefore these they third this those though three through throughout thus till to today together tomorrow too toward
towards two under unless until up upon us very was we well were what whatever when whence where whereas whether which
while who whoever whole whom whose why will with within without would yes yesterday yet you your yours
"""
_GERMAN = """
aber alle allem allen aller alles als also an andere anderen auch auf aus außer bald bei beide beiden beim bereits bin
bis bisher bist da dabei dadurch dafür dagegen daher damals damit danach daneben dann daran darauf daraus darf darin
darüber darum das dass davon davor dazu dein deine dem den denen denn dennoch der deren des deshalb dessen dich die
dies diese diesem diesen dieser dieses dir doch dort drei du durch ehe ein eine einem einen einer eines einige er erst
es etwa etwas euch euer fast fünf für ganz gar gegen gerade gern gestern gibt hat hatte hatten habe haben heute hier
hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem innerhalb ins ist ja jede jedem jeden jeder
jedes jedoch jemand jene jetzt kann kein keine keinem keinen keiner können könnte konnte man manche mehr mein meine
meinem meinen mich mir mit morgen muss müssen nach nachdem neben nein nicht nichts nie niemand noch nun nur ob obwohl
oder ohne oft schon sechs sehr sein seine seinem seinen seiner seit sich sie sieben sind so sobald sogar solche soll
sollen sollte sondern sonst sowie über um und uns unser unsere unserem unseren unter viel viele vielleicht vier vom
von vor während wann war waren warum was weder wegen weil weiter welche welcher welches wem wen wenig weniger wenn wer
werde werden wessen wie wieder wir wird wo wollen wollte worden wurde wurden zehn zu zudem zum zur zwar zwei zwischen
"""
_FRENCH = """
ai ainsi alors après as assez au aucun aucune auquel aussi autant autour autre autres aux avait avant avec avez avoir
avons beaucoup bien car ce ceci cela celle celles celui cent certains ces cet cette ceux chacun chaque chez ci cinq
comme comment contre dans de depuis des dès deux devant dix doit donc dont du durant elle elles en encore enfin entre
envers est et été étaient était être eu eux fait faut hier huit ici il ils je jusque là laquelle le la les lequel
lesquels leur leurs lors lorsque lui ma mais malgré me même mes mieux moi moins mon ne neuf ni non nos notre nous on
ont ou où oui par parce parfois parmi pas pendant personne peu peut plus plusieurs point pour pourquoi pourtant près
presque puis puisque qu quand quatre que quel quelle quelles quels quelque quelques qui quoi rien sa sans sauf se
selon sept sera ses seul si six soit son sont sous souvent sur ta tandis tant te tes toi ton toujours tous tout toute
toutes très trois trop tu un une vers voici voilà vos votre vous y
"""
_TURKISH = """
acaba ama ancak artık aslında az bana bazı belki benim beri beş bile bin bir biraz biri birkaç birlikte biz bize bizim
böyle bu buna bundan bunlar bunu bunun burada bütün çok çünkü da daha dahi de değil diğer diye doğru dolayı dokuz dört
en evet fakat falan gene gerek gibi göre hala hangi hani hayır hem henüz hep hepsi her herkes hiç hiçbir için iki ile
ilk ise işte kadar karşı kendi kez ki kimse mi mu mü nasıl ne neden nerede niçin niye o olan olarak oldu olduğu on ona
ondan onlar onların onu onun orada önce öyle pek rağmen sadece sanki sekiz sen seni senin şey şimdi siz sizin şöyle şu
tabii tüm üç üzere var ve veya ya yalnız yani yedi yine yok yoksa zaten zira
"""
_RUSSIAN = """
а без благодаря более больше будет будто будут бы был была были было быть в вам вами вас ваш ваша ваше ведь весь
вместе вместо во вокруг вот все всё всего всегда всем всех всю вся вы где да даже два две для до дня его ее её ей ему
если есть еще ещё же за затем зачем здесь и из или им ими иногда их к каждый как какая какие какой кем когда кого кому
которая которые который кроме кто куда либо лишь между меня мне много мной может можно мой моя мои мы на над надо
наконец нам нами нас наш наша наше наши не него нее неё ней некоторые нельзя нет неужели ни никогда никто ним ними них
ничего но ну о об оба один одна однако около он она они оно опять от очень перед по под пока после потом потому почему
почти при про просто против пусть пять раз разве с сам сама сами само свой своя свои своего себе себя сегодня сейчас
семь со совсем так такая также такие такой там твой те тебе тебя тем теперь то тобой тогда того тоже той только том
тот три тут ты у уже хорошо хоть хотя чего чей чем через что чтоб чтобы чуть шесть эта эти этим этих это этого этой
этом этому этот эту я завтра вчера
"""
_ARABIC = """
ابتداء ابن أبدا أبدى أبرز أبلغ اتفاق اتفاقات اتفاقية اتفق اتفقت اثر إثر أثناء اثنان اثنين اثنتان اجتماع اجتماعات أجاب
أجابت أجل أجرى أجرت أحد أحدا إحدى آخر آخرون آخرين أخرى أخيرا أخذ إذ إذا إذن أراد أرض أراضي أربع أربعة أزمة أسبوع
أسابيع استمرار أسرى أشار أشارت أصبح أصبحت إضافة أضاف أضافت إطار إطلاق أعرب أعربت أعلن أعلنت أغلب أفاد أفادت أقل أكثر
أكد أكدت إلا ألا التي الذي الذين اللذان اللتان اللواتي الآن إلى الى إليه إليها إليهم إلينا إما أما أمام أمر أمس أمن أن
إن أنا أنت أنتم إنما أنه إنه أنها إنها أنهم إنهم أننا إننا أهم أهالي أو أوضح أوضحت أول أولى أولا أي أية أيام أيضا أيها
أين بأن بالغ بإن بحث بدأ بدأت بدء بدون بدلا بسبب بشأن بشكل بعض بعد بعدما بعيد بقي بلا بلاد بلد بلدان بل بلغ به بها
بهذا بهذه بهم بنا بيان بيت بيد بين بينما تجاه تحت تم تلك تماما تنفيذ ثالث ثالثة ثاني ثانية ثلاث ثلاثة ثم ثمانية جانب
جانبان جاء جاءت جدا جديد جديدة جزء جلسة جلسات جماعة جميع جهة جهود جواب جولة جيش حال حالة حاليا حتى حدث حدود حرب حزب
حسب حضر حقوق حكم حكومة حل حلول حوار حول حيث حين حينما خارج خارجية خاصة خبر خبراء خبير خطة خطوة خلال خلف خمس خمسة خميس
داخل داخلية دائما دخل درجة دفاع دور دول دولة دولي دولية دون ذات ذكر ذكرت ذلك ذهب رأى رأت رأس رئيس رئيسة رجل رجال رد
ردت رسالة رسمي رسمية رغم زار زيارة سأل سبت سبب سبع سبعة ست ستة سلاح سنة سنوات سوف سوى سياسي سياسية شأن شخص شعب شكل شهر
شيء صحيح صوت ضد ضرورة ضمن طالب طبعا طرف طرفان طرفين طريق طلب ظل عام عامة عاما عبارة عبر عدد عدة عدم عدا عرض عشر عشرة
عضو على علاقات علاقة عليه عليها عليهم علينا عليك عمل عملية عن عند عندما عنه عنها عنهم غد غدا غرب غير فإن فترة فرصة فرق
فرقة فريق فقال فقالت فقد فقط فلا فما فمن فهو فهي فهم فوق في فيه فيها فيهم فيما قائد قائل قائلا قائلة قاعدة قال قالت
قالوا قام قامت قبل قد قدم قرار قرب قرية قسم قضية قضايا قطاع قليل قناة قوات قوة قول قوله كافة كان كانت كانوا كبار كبير
كبيرة كثير كثيرا كثيرة كذلك كل كلا كلمة كلها كلهم كم كما كنا كنت كيف لأن لأنه لأنها لا لابد لجنة لدى لديه لديها لدينا
لذا لذلك لقاء لقد لكل لكن لكنه لكنها لم لما لماذا لن لنا له لها لهذا لهم لو لولا ليس ليست ليل ما ماء ماذا مادة ماضي
ماضية متحدث متى مثل مجلس مجموعة محادثات محور مدة مدير مديرة مدينة مرات مرة مرحلة مساء مسألة مستشار مسؤول مسؤولون
مشاورات مشروع مشيرا مصدر مصادر مطار مطلب مع معارضة معا معه معها معهم معنا مفاوضات مقابل مكان ملف ممثل مما من منا منذ
منطقة مناطق منه منها منهم منظمة مواقف موضوع موعد موقف مؤتمر مؤكدا مهم مهمة ميناء نائب نائبة نار ناطق نتيجة نحن نحو نصف
نظام نظر نفس نفسه نفسها نفى نقاط نقطة نقل نهاية نهر نوع هدنة هذا هذان هذه هكذا هل هم هما هنا هناك هو هي هيئة واحد
واحدة وأن وإن واضح وثيقة وجود وحده وحدها ورد ورقة وزارة وزراء وزير وزيرة وسط وسيط وضع وفد وفدا وفود وقال وقالت وقت وقع
وقف وكالة وكان وكيل ولا ولم ولن وهو وهي يا يأتي يبحث يبدو يتم يجب يجري يد يرى يريد يزال يستطيع يسأل يشمل يشير يعتبر
يعرف يعمل يعني يعود يقع يقول يكن يكون يمكن ينبغي ينص يوجد يوم يومين
"""
_PERSIAN = """
آب آخر آخرین آزادی آغاز آقای آماده آمد آمده آن آنان آنجا آنچه آنکه آنها آنگاه آورد آیا آینده از اساس است اش اطلاع
اظهار اعلام افزود اکنون اگر اگرچه البته اما امروز امسال امضا امکان امن امنیت امور انجام اند انگار او اول اولین ای
ایشان این اینجا اینک اینکه اینها با بارها باز بازدید باشد باشند باشیم بالا باید بحث بخش بدون بر برابر برای برخی برد
برنامه بزرگ بسیار بسیاری بعد بعدی بعضی بلکه بله بنابراین به بود بودم بودند بوده بودیم بی بیان بیانیه بیرون بیش بیشتر
بین پاسخ پایان پرسید پس پیدا پیش پیشنهاد تا تاکید تأکید تاریخ تحت تلاش تمام تنها تو توافق تواند توسط جا جای جدید جز
جلسه جمله جنگ چرا چگونه چنان چنانکه چند چندین چنین چه چهار چون چیز چیزی حاضر حال حالا حالی حتی حدود حرف حضور حل حمله
خارج خارجه خارجی خانه خبر خبری خبرنگاران خواست خواهد خواهند خواهیم خوب خود خودش خویش داخل داد دادند داده دار دارد
دارند داریم داشت داشتند داشته دانست در درباره درون دست دفاع دفتر دنبال دو دوباره دور دوره دوشنبه دولت دوم دهد دهند
دیدار دیده دیر دیروز دیگر دیگران دیگری را راه رسید رسیده رسمی رفت رفته رو روابط روزها روی رئیس زمان زمین زنان زود زیاد
زیر زیرا سال سالها سپس سخن سخنگو سخنگوی سراسر سری سفر سه سوال سوم سوی سیاسی شامل شاید شب شخص شد شدن شدند شده شرایط
شروع شش شما شنبه شود شوند صدا صورت ضد طرح طرف طرفین طریق طور طول ظرف عضو علاوه علیه عنوان عین غیر فردا فقط قابل قبل
قرار قول کار کاملا کاملاً کجا کدام کرد کردم کردن کردند کرده کردیم کس کسی کشور کشورها کشورهای کم کن کنار کند کنم کنند
کنون کنونی کنید کنیم که کوتاه کی گاه گذشته گذاشت گرفت گرفته گروه گروهی گزارش گفت گفتم گفتن گفتند گفته گفتگو گو گوید
گیرد لازم ما مانند متن مثل مجلس محل مدت مدیر مذاکرات مردم مرکز مرز مسئله مسئول معاون مقابل مقام مگر ملت ممکن من منطقه
مهم مورد موضوع موضع میان میز ناگهان نامه نباید نبود نخست نخستین ندارد نزد نزدیک نشان نشست نظر نفر نقش نماینده نه نهاد
نیاز نیز نیست نیستند نیم نمی هایی هر هرگز هست هستم هستند هستیم هشت هفت هفته هم همان همه همچنان همچنین همدیگر همراه
همکاری همواره هنگام هنوز هوا هیات هیئت هیچ و واقع واقعی وجود وزارت وزیر وضع وضعیت وقت وقتی ولی وی یا یافت یافته یعنی
یک یکدیگر یکی
"""
_HEBREW = """
אבל או אולי אותה אותו אותם אז אחד אחר אחרי אחת אי איך אין איפה איש אל אלא אלה אם אמר אמרה אמרו אנחנו אני אנשים את אתה
אתם בגלל בין בית בלי בעד בשביל גדול גם דבר דרך הוא היא היה היו היום הם הן הנה הרבה זאת זה זו חדש חייב טוב יום יותר
יכול יש כאן כבר כדי כי כך כל כמה כמו כן כפי לא לאחר לבין להם לו לי לכן למה לנו לפי לפני ממשלה מאוד מאז מדינה מה מול מי
מן מפני מתי נגד נוסף עד עוד על עליו עליה עם עכשיו עצמו עשה פה פי צריך ראש רבים רק שום של שלה שלהם שלו שלי שני תחת
"""
_UNCASED = frozenset(" ".join((_ARABIC, _PERSIAN, _HEBREW)).split())
_CASED = frozenset(" ".join((_ENGLISH, _GERMAN, _FRENCH, _TURKISH, _RUSSIAN)).split())
_JOINED = """
ها های هایی هایم هایش هایشان هایمان ام ات اش ای ایم اید اند ان تان شان مان تر تری ترین می نمی
"""
"""What Persian puts before or after a word with a joiner between: verbs, plurals, whose it is, more and most."""
_ENDINGS = frozenset(_JOINED.split())
_BEFORE = re.compile("^[وفبلك]?ال|^لل|^[وف]")
"""And, so, by, for, like and the, as Arabic writes them before a word."""
_AFTER = re.compile("(?:هما|ها|هم|نا|كم|ه)$")
"""Whose it is, as Arabic writes it after a word."""
_WITHOUT_MARKS = {ord(sign): None for sign in "ـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"}


@lru_cache(maxsize=1 << 15)
def is_everyday(word: str) -> bool:
    """Whether a word is no name because every text has it."""
    plain = unicodedata.normalize("NFC", word).casefold()
    if plain in _CASED or plain.replace("i̇", "i") in _CASED:
        return True
    plain = unicodedata.normalize("NFKC", word).translate(_WITHOUT_MARKS)
    if "\u200c" in plain:
        pieces = plain.split("\u200c")
        return pieces[0] in _UNCASED or not _ENDINGS.isdisjoint(pieces)
    bare = _BEFORE.sub("", plain)
    return not _UNCASED.isdisjoint((plain, bare, _AFTER.sub("", plain), _AFTER.sub("", bare)))
