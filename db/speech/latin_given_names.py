"""Given names in Latin letters that tell whether a woman or a man bears them."""

from __future__ import annotations

from db.folding import bare
from db.speech.lexicon import a_set

_WOMEN = a_set("""
  ada adele adelheid adriana adrienne agata agathe agnes agnieszka aicha aida aimee aino aisha aissata alba alejandra
  alessandra alexandra alexandrine alice alicia aline alison alma amanda amber amelia amelie amina aminata amira
  amy ana anais anastasia
  angela angele angelina angelique anita anja anke ann anna annabel anne annegret annelise annemarie annette
  annick annika annie anouk antoinette antonia apolline ariadne ariane arlette asa asha astrid audrey aude augusta
  aurelie aurora aurore awa ayesha aylin ayse babette barbara beatrice beatrix becky belinda benedicte berenice
  bernadette bertha beryl beth bethany bettina betty beverley bianca birgit blanche blandine bonnie branka brenda
  bridget brigid brigitte britta bronwen camila camilla candice capucine carla carlotta carmen carol carole
  caroline carolyn catarina catharina catherine cathy cecile cecilia celeste celestine celia celine chantal charlotte
  cheryl chiara chimamanda chiara chloe christa christel christelle christiane christina christine cindy claire clara
  clarissa claudette claudia claudine clemence clementine clotilde colette constance consuelo cora cordelia corinna
  corinne cornelia cynthia dagmar dagny dalia daniela daniella danielle daphne daria deborah deirdre delia delphine
  denise diana diane dolores dominika donna dora dorcas doreen doris dorothea dorothee dorothy dunja ebba ebele edda
  edith edna edwige effie eileen eirlys ekaterina elaine eleanor eleonore elena eleni elfriede eliane elif elin elina
  elinor elisa elisabeth elise eliza elizabeth elke ella ellen elodie eloise elsa elsbeth elsie elspeth elvira emilia
  emilie emily emma emmanuelle enid erica erika erna ernestine esi esme esmeralda estelle esther etta eugenie eulalie
  eunice eva evangeline eve eveline evelyn evelyne fabienne fadila faith fanny farida fatima fatimata fatou fatoumata
  fay federica felicia felicie felicite felicity fernande fiona flavia fleur flora florence florentine frances
  francesca francine francoise freda frederique freya frieda friederike gabriela gabrielle gail galina
  genevieve georgette georgia georgina geraldine germaine gertrud gertrude ghislaine gillian gina ginette gisela
  gisele giulia
  gladys glenda gloria grace grazia greta gretchen griet gudrun guadalupe gulnara gunilla gwen gwendolyn gwyneth
  hadiza
  halima hanna hannah hannelore hanneke harriet hawa hazel heather hedda hedwig heidi heike helen helena helene helga
  heloise henrietta henriette hermine hermione hilary hilda hilde hildegard honorine hope hortense huguette ida
  ifeoma ifigenie ilaria ilka ilona ilse imelda imogen imke ines inga ingeborg ingrid inna iolanda irena irene irina
  iris irma irmgard isabel isabella isabelle isla isolde ivana ivette ivy jacqueline jadwiga jamila jana jane janet
  janice janina jasmine jeanette jeanine jeanne jemima jenna jennifer jenny jessica jill joana joanna jocelyne
  johanna josefa josefina josephine josette josiane jovana joy joyce juana judith julia juliana juliane julie juliette
  june justine jutta karen karin karina karla karoline katarina kate katharina katharine katherine kathleen katja kay
  kerstin khadija kirsten kirsty klara klaudia ksenia lara larissa laura laure laurence laurette lavinia layla lea
  leah leila leilani lena leni leocadie leonie leonora leonore leontine letitia liane lidia lieselotte liesl lilian
  liliane lilith
  lilla lily linda line lisa lisbeth lise liselotte liv livia lola lorena lorna lorraine lotte louisa louise luana
  lucia lucie lucienne lucille lucinda lucrezia lucy ludmila luisa luise luna lydia lydie mabel madeleine madeline
  mado
  mafalda magali magda magdalena maggie maia maire maja malgorzata malika mandy manon manuela mara marcella marcelle
  marcia mareike margaret margareta margarete margarida margarita margaux margot marguerite maria mariama mariana
  marianne marie marieke mariella marielle marietta marijke marika marilyn marina marion marisa marit marita
  marjorie marketa
  marlene marta martha marthe martina martine mary maryam maryse mathilda mathilde matilda maud maude maura maureen
  mavis maxine meera megan melanie melina melinda melissa mercedes meredith merete meryem michaela michele
  micheline michelle
  mila milena mina minna mira miranda mireille mirela miriam moira molly mona monica monika monique muriel myriam
  myrtle nadege nadia nadine nadja naima nana nancy naomi natacha natalia natalie natasha nathalie nell nella nelly
  nerys neus nicole nicolette nika nina ninon noelle noemi noemie nora norma octavia octavie odette odile
  olena olga olive olivia olympe ophelia ophelie ornella oriane ottilie paloma pamela pascale patience patricia paula
  paulette paulina pauline pearl peggy penelope perpetua petra petronella philippa philomena philomene phoebe phyllis
  pia pilar polly pomona portia priscilla priya prudence rachel rachida radka rahel raissa ramona raquel rebecca
  regina regine reine renate renata renee rhiannon rhoda rita roberta rokhaya romana romane romy rosa rosalie rosalind
  rosamund rosanna rose roseline rosemarie rosemary rosie rosita rowena roxane roxanne ruby ruth ruta sabina sabine
  sabrina safiya sally salome samantha samira sandra sandrine sanja sara sarah saskia savannah selena selma senta
  seraphine severine shanti sharon sheila shirley sibylle sidonie sieglinde signe sigrid silke silvia simone sinead
  siobhan sofia solange solene solveig sonia sonja sophia sophie soraya stefania stefanie stella stephanie sue sunniva
  susan susanna susanne suzanne suzette svea sveta svetlana swantje sybil sylvia sylviane sylvie tabitha tamar
  tamara tamsin
  tania tanja tara tatiana tatjana teodora teresa tess tessa thais thea thekla theodora therese theresa thora tilda
  tilde tina
  tove tracy trine trudy ulla ulrike una ursula ute uta valentina valeria valerie vanessa vera verena verna veronica
  veronika veronique victoire victoria vida viktoria viola violaine violet violeta violette virginia virginie
  vivien vivienne vlasta wanda wendy wiebke wilhelmina wilma winifred xenia yael yasmin yasmine yolanda yolande
  ysolde yvette yvonne zahra zaynab zdenka zelda zenobia zeynep zita zoe zofia zohra zora zsofia zuzana
  adaeze adjoa akua ngozi chioma amara nneka folake funke temitope wanjiru wangari nyokabi thandiwe nomvula
  leocadia laetitia loan mei ling yuki keiko akiko haruka sakura hye-jin soo-jin indira lakshmi sunita deepa anjali
  nasrin parvin shirin laleh mahin golnar maryam rania nour lamia salma samar hanan huda iman najwa
""")  # fmt: skip
_MEN = a_set("""
  aaron abbas abdel abdou abdoulaye abdul abdullah abel abraham achille achim aime adalbert adam adama adolphe
  adrian adrien agustin
  ahmad ahmed aidan alain alan alasdair alastair albert alberto albin aldo aldous alec alejandro aleksandar
  alessandro alexander alexandre alexei alexis alfonso alfred alfredo ali alistair alois alonso alphonse alvaro amadou
  ambroise ambrose amir anatole anders andre andreas andrei andrej andres andrew andy angelo angus anselm anselme
  anthony
  antoine anton antonin antonio antony archibald aristide armand armando arnaud arne arnold arthur arturo arvid asger
  aubin auguste augustin augustus aurelien axel aymeric aziz bakari balthazar baptiste barnabas barnaby barry
  bartholomew
  bartosz basil basile bastian bastien baudouin ben benedict benedikt benjamin benno benoit bernard bernd bernhard
  bernardo bert bertil bertrand bill bjarne bjorn blaise bob bogdan boris boubacar boyd brad bram brandon branko
  brendan brian
  brice bruce bruno burkhard byron caleb callum calvin cameron carl carlo carlos casimir caspar cedric cesar cesare
  chad charles chinedu christian christoph christophe christopher chuck claes claus clement clemens clive
  clovis colin connor conrad constantin cornelius corentin corneille cory costa craig cyprien cyril cyrille cyrus
  dag damian
  damien damir dan daniel danilo danny dante dario darius darko darren dave david davor dean declan denis dennis derek
  desmond didier diego dieter dietmar dietrich dimitri dimitrios dirk dmitri domenico dominic dominik don
  donald donatien dorian douglas dragan duncan duncan dusan dwight dylan earl ebbe eberhard eckhart eddie edgar edmond
  edmund eduard eduardo edvard edward edwin egon einar eli elias elie eliot elliott elmar eloi emanuel emeka emile
  emilien emilio emin emmanuel emre enrico enrique enzo eric erich erik ernest ernesto ernst erwan erwin etienne
  eugene eusebe evan evariste ewald ewan fabian fabien fabio fabrice farid felipe felix ferdinand fergus fernand
  fernando fidel filip filippo finn firmin flavien florent florian floyd francesco francis francisco franck franco
  francois frank frans franz fred frederic frederick fredrik friedrich fritz gabriel gael gareth garfield gary gaspard
  gaston gavin gedeon geoff geoffrey geoffroy georg george georges gerald gerard gerd gerhard gerrit gert ghislain
  gianni gideon gilbert gildas gilles giorgio giovanni giuseppe glen godfrey goran gordon graeme graham gregoire
  gregor gregory guido guillaume gunnar gunther gustav gustave guy hakan hamid hamish hannes hans harald harold harry
  hartmut harvey hasan hassan heiko heinrich heinz hector helge hellmut helmut hendrik henning henri henrik henry
  herbert herman hermann herve hilaire hippolyte honore horace horst howard hubert hugh hugo humphrey husein hussein
  ian ibrahim idris ignace ignacio ignatius igor ilya imre ingmar ingo ingvar ioan ion irving isaac isaak isidore
  ismael ismail istvan ivan ivar ivo jack jacob jacques jakob jakub jamal james jamie jan janos jaroslav jarvis jason
  jasper javier jay jed jeff jeffrey jens jeremiah jeremy jeremie jerome jerry jerzy jesper jesus jim jimmy joachim
  joao jochen joe joel joerg johan johann johannes john johnny jon jonah jonas jonathan jonty jordan jorge jose josef
  joseph joshua josip josue juan jules julian julien julio julius jurgen juri justin justus kai karel karim karl
  karsten kaspar kazimierz keith kelvin ken kenneth kenji kerim kevin khaled khalid kilian kirk kjell klaus knud knut
  kofi konrad konstantin kurt kwame kwesi kyle ladislav lambert lamine lance lars lasse laszlo laurent lawrence
  lazare leander leif len lennart leo leon leonard leonardo leonid leonidas leopold leroy lester levi lewis liam
  lionel lloyd loic lorenz lorenzo lothar louis luc luca lucas lucian lucien ludovic ludwig luigi luis lukas luke
  lutz mads magnus mahmoud mahmut malcolm malik malte malo mamadou manfred manuel marc marcel marcin marco marcos
  marcus
  marek mariano marin mario marius mark marko markus martial martin marvin massimo mathias mathieu mathis matt matteo
  matthew matthias matthieu maurice mauricio max maxence maxim maxime maximilian mehmet mehdi melchior merlin
  meinhard micah
  michael michal michel miguel mihai mikael mike mikhail miklos milan miles milos milton miodrag miroslav mitchell
  modou mohamed mohammad mohammed morten moses moshe moussa muhammad murad murat murray mustafa nabil narcisse nasser
  nathan nathaniel ned neil nelson nenad nestor neville nicholas nick nicolas niels nigel nikita nikola nikolai
  nikolaj nikolaus nikos nils noah noel norbert norman octave odd odilon odysseus olaf olav ole oleg oliver olivier
  olof omar orhan oren orlando oscar oskar osman oswald othmar otis otto ousmane owen pablo paddy paolo pascal patrice
  patrick paul paulo pavel pawel pedro per percival percy peregrine perry peter petr petter philibert philip
  philipp philippe
  phil pierre piers piet pieter pietro piotr placide prosper quentin radek radovan rafael rainer ralf ralph ramon
  randolph raoul raphael rashid raul ray raymond reginald reinhard remi renaud reuben rex reza ricardo riccardo
  richard rick rob robert roberto rocco rod roderick rodney rodolphe rodrigo roger roland rolf romain roman
  romeo ronald ronan rory ross roy ruben rudiger rudolf rudolph rufus rui rupert russell rustam ruud ryan said
  salif salim salvador salvatore sami samuel samson sandor sandro saul scott sean sebastian sebastien
  sebastiao segun selim serge sergei sergio seth severin seydou shane shaun sid sidney siegfried sigmund sigurd silas
  silvain silvio simeon simon slobodan solomon soren souleymane spencer stan stanislas stanislav stanley staffan
  stefan
  stefano steffen stellan sten stephan stephane stephen sterling steve steven stewart stig stuart sulayman sven
  sylvain
  sylvestre tadeusz tancrede tarek tariq ted teddy terence terry thaddeus theo theobald theodor theodore theodule
  theophile thibaud thibault thierry thomas thor thorsten tiago tibor tiberius till tim timothee timothy tino tobias
  tod todd tom tomas tomasz tomislav tommy toni tony torben torsten tristan trevor troels tyler udo ugo ulf ulrich
  ulysse
  umberto urbain uwe vaclav valentin valerio vasco vasil vasile vernon victor viktor vikram vincent vincenzo virgil
  virgile vitaly vito vittorio vivek vladimir vlad volker volodymyr walter warren wenzel werner wesley wilbur wilfred
  wilfried wilhelm willem william willy winston wojciech wolf wolfgang wout wulf xaver xavier yann yannick yannis
  yasser
  youri youssef youssoup yuri yusuf yusup yves yvon zacharie zachary zbigniew zdenek zeno ziad zoltan zoran
  ifeanyi chukwuemeka olumide babatunde femi tunde kamau kipchoge mwangi otieno sipho thabo themba hiroshi takeshi kenta
  wei jun ming rajesh arjun suresh ravi sanjay deepak farhad behrouz kaveh dariush bahram omid ramin faisal khalil
  samir walid fadi bilal tamer hisham yacine rachid
""")  # fmt: skip
_MEN_IN_A = a_set("""
  luca nikita mustafa musa isa joshua ezra elisha noa abba juma andrea mischa misha sascha ilya seka costa issa moussa
  kofa yahya zakaria taha shota akira kanata bela gyula geza attila kosta jona juda indiana garcia silva
""")  # fmt: skip


def is_given(word: str) -> bool:
    """Whether a word is a given name."""
    return bare(word) in _WOMEN | _MEN


def of_woman(name: str) -> bool | None:
    """Whether a woman bears a name, which its first word tells; None where that may be anybody's."""
    whole, *more = bare(name).split() or [""]
    if not more:
        return None
    for first in whole.split("-"):
        if first in _WOMEN or first in _MEN:
            return first in _WOMEN
    first = whole.partition("-")[0]
    return True if len(first) > 2 and first.endswith("a") and first not in _MEN_IN_A else None
