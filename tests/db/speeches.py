"""Made-up passages of sources in eight languages, about countries that there are not."""

SPEECHES = {
    "en": (
        "The envoys of Norland met again on 14 March. “We do not accept a military solution to the "
        "dispute, and we never did”, said Minister Adaline Brook; her delegation of 25 people had lost "
        "5,400 homes in 3 years. It’s clear that the de-escalation zones – all four of them – must hold "
        "until 2031, or the river talks will fail."
    ),
    "ru": (
        "Послы Норландии снова встретились 14 марта. «Мы не принимаем военного решения спора и никогда "
        "его не принимали», – заявила министр Адалина Брук; за 3 года её страна потеряла 5400 домов. "
        "Ясно, что все четыре зоны безопасности должны сохраниться до 2031 года, иначе переговоры о реке "
        "сорвутся."
    ),
    "tr": (
        "Kuzeyistan elçileri 14 Mart’ta yeniden buluştu. Bakan Adalin Irmak, “Anlaşmazlığın askerî "
        "çözümünü kabul etmiyoruz, İlkeşehir’deki 25 kişilik heyetimiz de bunu söyledi” dedi; 3 yılda "
        "5.400 ev yıkıldı. Dört bölgenin 2031 yılına kadar korunması gerektiği açıktır."
    ),
    "ar": (
        "اجتمع مبعوثو نورلاند مجددًا في 14 آذار. وقالت الوزيرة أدالين بروك: «نحن لا نقبل حلًا عسكريًا "
        "للنزاع ولم نقبله قط»، مضيفة أن بلادها فقدت 5400 منزل خلال 3 سنوات. ومن الواضح أن المناطق الأربع "
        "يجب أن تبقى حتى عام 2031."
    ),
    "fa": (
        "فرستادگان نورلند در ۱۴ مارس دوباره دیدار کردند. وزیر آدالین بروک گفت: «ما راه حل نظامی را "
        "نمی‌پذیریم و هرگز نپذیرفته‌ایم». کشور او در ۳ سال ۵۴۰۰ خانه از دست داد و چهار منطقه باید تا سال "
        "۲۰۳۱ بمانند."
    ),
    "fr": (
        "Les envoyés de Norlande se sont retrouvés le 14 mars. « Nous n’acceptons pas de solution "
        "militaire au différend, et l’accord d’Ostrive ne la prévoit pas ! », a dit la ministre Adaline "
        "Brook ; son pays a perdu 5 400 maisons en 3 ans. Les quatre zones doivent tenir jusqu’en 2031."
    ),
    "de": (
        "Die Gesandten Norlands trafen sich am 14. März erneut. „Wir nehmen keine militärische Lösung "
        "des Streits hin, und das Abkommen sieht sie nicht vor“, sagte Ministerin Adaline Brook; ihr "
        "Land habe in 3 Jahren 5.400 Häuser verloren. Alle vier Zonen müssen bis 2031 bestehen."
    ),
    "zh": (
        "诺兰的使者三月十四日再次会面。“我们不接受以军事手段解决争端，过去也从未接受”，部长布鲁克说。她"
        "的国家三年里失去了5400座房屋。四个地区必须维持到2031年，否则河流谈判将会失败。"
    ),
}
