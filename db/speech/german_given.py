"""Given names in German texts, and the gender that they tell."""

from __future__ import annotations

import re

from db.speech.lexicon import a_set

_WOMEN = a_set(
    "ada adele adelheid aenne agata agathe agnes agnethe aida alba aleksandra alena alessia alexa alexandra "
    "alexia alice alina alisa alix alma almut almuth amalie amanda amelia amelie amira ana anastasia andrea anett "
    "angela angelika anita anja anke ann anna annamaria anne annedore annegret anneke anneliese annemarie "
    "annerose annika antje antonia antonie ariane arina astrid aurelia aurora aylin ayşe babette barbara barbro "
    "beate beatrice beatrix beatriz bella bente berta beth bettina bettine bianca bianka bille birgit birte "
    "birthe brigitta brigitte britt bruna brunhild bärbel camilla carina carla carlotta carmela carmen carola "
    "carolin caroline catherine cathrin cecilia celine chantal charlotte chiara christa christel christiane "
    "christina christine cilla claire clara claudia clotilde constanza consuelo cora cordelia corinna corinne "
    "cornelia cornelie cosima cäcilie dagmar dana daniela daria debora deborah delia denise desirée diana "
    "dietlind dina dolores dora doreen doris dorothea dorothee dörte edda edeltraud edeltraut edith edna effi ela "
    "elena eleni eleonore elfi elfriede elif elin elisa elisabeth elise elke ella ellen elli elodie els elsa "
    "elsbeth else elske elvira emilia emilie emily emine emma emmi emmy erdmute erika erna ernestine esmeralda "
    "estelle ester esther eugenie eva eve evelyn evelyne evi fabiola fanny fatima fatma fe federica felicitas "
    "felizia fenja fiona flavia flora florence florentine flurina franca francesca franziska frauke freya frida "
    "friedel friederike gabriela gabriele galina geertje geesche gela geneviève genoveva gerda gerlinde gerti "
    "gertraud gertrud gesa gesine gina giovanna gisela gislind gitte giulia gloria grace greet greetje greta "
    "grete gretel grit gritt gro gudrun gudula gunda gundel gundula gunhild gülay hanna hannah hanne hannelore "
    "hatice hedda hedi hedwig heide heidelinde heidemarie heiderose heidi heidrun heike helen helena helene helga "
    "hella helma henny henriette henrike herlinde hermine herta hertha hester hilda hilde hildegard hilke "
    "hiltraud hiltrud hélène ida ilka ilona ilse imke ina ines inga inge ingeborg ingrid ingvild inka inês irene "
    "irina iris irma irmela irmgard irmhild irmtraud irène isa isabel isabell isabella isabelle isolde iva ivana "
    "ivonne jacqueline jadwiga jana jane janine janne jasmin jasmina jeanne jeannette jelena jenni jenny jessica "
    "joan joana johanna josefa josefine joyce judita judith jule julia juliana juliane julie juliette julika "
    "jutta jördis kaja karen karin karla karola karoline katalin kate katharina katharine kathleen kathrin katja "
    "katrin katrina kerstin kira kirsten klara klarissa klothilde kora kordula kristin käte käthe ladina laila "
    "lamia lana lara larissa laura lavinia layla lea lena leona leonie leonore leyla lia liana lidia liesbeth "
    "liese liesel lieselotte liesl lilli lilly lilo lina lis lisa lisbeth liselotte liv ljudmila lore loretta "
    "lotte lotti lou louise lucia lucie ludmila luisa luise luzia luzie lydia madlaina madlen magda magdalena "
    "maike maja maleen malin malina mandy manja manuela mareike maren margaret margarete margarethe margarita "
    "margaux margit margot margret mari maria marianne marie marieke mariele marina marion marit marita marlena "
    "marlene marlies marlis marta martha marthe martina mary maryam mathilda mathilde maura maureen maya "
    "mechthild mechtild meg meike melanie melina melissa mercedes merle mette mia michaela michaele mila milena "
    "mina mira miriam mirjam miryam mona moni monika monique nadine nadja nancy natalia natascha nathalie neele "
    "nele nicole nike nina noor nora norma notburga nuray odette olga olivia ornella ortrud otti ottilie paola "
    "patricia patrizia paula pauline petra philine philippa pia pilar rabea rachel ragna ragnhild rahel ramona "
    "raquel rebecca rebekka regina regine reinhild renate resi ricarda rika rita roberta rocío romana romy ronja "
    "rosa rosalie rosalind rosel rosemarie rosi rosina roswitha roxana roxane ruta ruth sabine sabrina salome "
    "samira sandra sanne sara sarah saskia selina selma senta seraina serena sevgi sibylla sibylle sieglinde "
    "signe sigrid sigrun silke silvana silvia silvie simona simone sina siri siv sofia soledad solveig sonja "
    "sophia sophie stefania stefanie stella stephanie stine susan susanne svenja svetlana swantje swetlana "
    "sybille sylvia sylvie tabea tamara tania tanja tara tatjana teresa tessa thekla theodora theresa therese "
    "thérèse tilda tina tine tosca tove traudl traute trude trudi ulla ulrika ulrike undine unn ursel ursula "
    "uschi uta ute valentina valerie valeska vanessa vera verena veronica veronika victoria viktoria viola "
    "virginia vivien vreni vroni walburga walli waltraud wanda wencke wibke wiebke wilhelmine wilma wiltrud xenia "
    "yara yasemin yvonne zara zdenka zeynep zita zoe zora zoé édith"
)
_MEN = a_set(
    "achim adalbert adolf adrian aegidius ahmed ahmet aki alain alban albert albrecht alexander alexandre alexei "
    "alfons alfred ali alois amadeus ambros anatol andreas andrei andré anselm ansgar antoine anton antonio arend "
    "arian arkadi armin arndt arne arno arnold arnulf arthur arvid attila august augustin aurel axel bakari "
    "balthasar bartholomäus bastian beat beatus ben benedikt benjamin benno bernard bernd bernhard bero bert "
    "berthold bertram birger bjarne björn bodo bogdan bolko bonifaz boris bruno burghard burkhard cajus calvin "
    "carl carlos carsten caspar cem charles christian christof christoph claus clemens conrad constantin "
    "cord cornelius corvin cyriak cyrill damian daniel dario darko david denis detlef detlev diego dieter "
    "diethelm dietmar dietrich dimitri dirk dominik donat eberhard eckard eckart eckehard eckhard edgar edi "
    "edmund eduard edward edwin egbert eginhard egon ehrenfried ehrhard eike einar eirik ekkehard elias elmar "
    "emanuel emil emmerich engelbert enno ephraim erhard eric erich erik erkan ernesto ernst erwin esra etienne "
    "eugen ewald fabian falk falko felix ferdi ferdinand fiete finn florian folkert francesco frank frank-walter "
    "franz fred frederik fridolin friedbert friedemann frieder friedhelm friedrich frithjof fritz frowin fynn "
    "gabriel gallus gangolf georg george georgios gerald gerd gerhard gernot gero gerold gerrit gideon gilbert "
    "gilles gion giorgio giovanni giuseppe golo goran gottfried gotthard gotthold gregor gregory guido gundolf "
    "gunnar gunther guntram gustav götz günter günther hagen hannes hans hansjörg hanspeter harald hark harold "
    "harro hartmut hasan hassan hasso hauke heiko hein heiner heinfried heinrich heinz helfried helge hellmut "
    "hellmuth helmar helmut helmuth hendrik henner henning henri henrik henry henryk herbert heribert hermann "
    "hieronymus hilmar hinnerk hinrich hjalmar holger honoré horst hubert hubertus hugbert hugo håkon ibrahim "
    "ignatius ignaz igor ilja immanuel ingmar ingo ingolf isidor ismail ivan ivar ivo jacques jakob james jan "
    "jannes jannik jannis janosch jarl jasper jean jens jeremias jeremy jerzy jesper joachim jobst jochen joel "
    "joerg johann johannes john johnny jonas jonathan joost jorge joschka josef joseph jost josua josé juan "
    "julian julius juri justin justus jörg jörn jürgen kai kaj kalle karim karl karlheinz karsten kasimir kaspar "
    "kerem kevin khalid kilian klaas klaus klemens knut kofi koloman konrad konstantin konstantinos korbin "
    "korbinian kornelius kostas kristian krzysztof kuno kurt lambert lars lasse laszlo laurenz laurin leander "
    "leif lennard lennart leo leon leonhard leonid leonz leopold levent levin linus lion lorenz lothar louis luc "
    "luca lucas ludger ludwig luigi luis lukas lukasz lutger lutz luzius magnus mahmud maik malik malte mamadou "
    "manfred manolis manuel marc marcel marcus marek mario marius mark markus marten martin marvin massimo "
    "mathias matteo matthias maurice mauritz max maximilian mehdi mehmet meinhard meinolf meinrad melchior "
    "michael michel miguel mika mikael mike milan milos mirko mischa mohammed moritz moussa murat mustafa nadir "
    "nepomuk nico nicolas niels niklas niko nikolai nikolaus nils norbert norman notker odo oktavian olaf ole "
    "oleg oliver olivier omar orhan ortwin oskar osman oswald otmar ottfried otthein ottmar otto ottokar pablo "
    "paolo pascal patrick paul pawel pedro peer per peter philipp philippe pierre pietro pirmin pius poldi pål "
    "quentin quirin rafael raffael ragnar raimund rainer ralf ralph ramon raphael rashid rasmus raul reemt reimar "
    "reiner reinhard reinhart reinhold rene reto richard rico rigobert robert robin roderich roger roland rolando "
    "rolf roman romeo ronald ronny rouven ruben rudolf rufus rupert ruprecht rüdiger said salim salvatore sami "
    "samuel sandro sascha sebald sebastian serge sergej severin siegbert siegfried siegmund sigismund sigmund "
    "sigurd silas silvester simon sixtus slavko stanislaus stefan steffen sten stephan sven sverre swen sönke "
    "sönnich sören tamás tanno tarik tariq tassilo thaddäus thassilo theo theodor thies thilo thomas thore "
    "thorsten tibor tiemo till tilman tim timo timon timur tjark tjorven tobias tom tomas tonio torsten traugott "
    "tristan trygve udo ulf uli ulrich ulrik urban urs utz uwe vaclav valentin veit viktor vilmos vincent vinzenz "
    "vittorio vitus volker volkhard volkmar waldemar walter walther wendelin wenzel werner wieland wigbert "
    "wilfried wilhelm wilko willi william willibald willy wilm winfried winrich witold wladimir wolf wolf-dieter "
    "wolfgang wolfhard wolfram xander xaver xaverius yannick yannis yussuf yusuf yıldıray zacharias zeno zoran "
    "étienne"
)
_NO_WOMEN = a_set(
    "aga andrea attila costa danilo elia ilja jona joshua juda kolja kosta luca mika mustafa nikita noah sascha wanja"
)


def of_name(name: str) -> str:
    """WOMAN or MAN by the given name of somebody named by more than one word; empty where that does not tell."""
    first, _, more = name.partition(" ")
    if not more:
        return ""
    given = [part for part in first.lower().split("-") if part][-1:] or [""]
    if given[0] in _WOMEN:
        return "f"
    if given[0] in _MEN:
        return "m"
    return (
        "f"
        if re.search(r"(?:a|ine|ette|traud|hild|gard|lind|linde|trud)$", given[0]) and given[0] not in _NO_WOMEN
        else ""
    )


def is_given(word: str) -> bool:
    """Whether a word in small letters is a given name."""
    return word in _WOMEN or word in _MEN
