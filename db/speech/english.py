"""Speech in English."""

from __future__ import annotations

import re

from db.speech.lexicon import NEVER, Lexicon, a_set, in_small_letters, words

_SAID = """
  began begins would_(?:say|add|ask|begin|reply|answer|remark|insist|repeat|tell_\\w+) used_to_say liked_to_say
  estimated estimates hinted hints signalled signaled signals guessed lamented laments regretted regrets boasted
  insists
  recounted related testified vouched swore swears fumed sighed shrugged mused wondered wonders ventured volunteered
  interjected intoned deadpanned chimed_in summed_up read_out ruled_out rules_out disclosed discloses revealed reveals
  divulged confided confides stipulated specified specifies elaborated emphasises advised advises counselled reasoned
  reckoned reckons cautioned opined posited proclaimed professed protested pleaded pleads implored begged
  reported(?=\\s+(?:that|having)\\b) reports(?=\\s+that\\b)
  did_(?:say|add|admit|concede|acknowledge|note|suggest|confirm|warn|stress)
  urged_that demanded_that wrote_back texted messaged dictated
  said says told tells added adds stated
  (?<=had\\s)written (?<=has\\s)written
  (?:went_on|goes_on|(?:was|is)_(?:quick|keen|careful|at_pains)|hastened|took_care|made_a_point|sought)_to_(?:INFINITIVES)
  would_say_only would_only_say could_only_say would_confirm_only would_only_confirm
  cabled telegraphed wired radioed emailed e-mailed telephoned
  mentioned mentions lets?_slip let_it_be_known lets_it_be_known indicated(?=\\s+that\\b|\\s+to\\b)
  indicates(?=\\s+that\\b)
  related(?=\\s+(?:that|how)\\b) averred avers attested attests speculated speculates surmised conjectured
  calculated_that
  calculates_that judged_that ruled_that rules_that held_that holds_that found_that decreed decrees notified
  shot_back hit_back fired_back cut_in broke_in put_in blurted_out called_out
  muttered mutters mumbled mumbles murmured murmurs grumbled grumbles growled snapped sneered scoffed scoffs
  (?:called|shouted|cried)(?=\\s[^,.;:]{1,40}\\sthat\\b)
  stammered fretted bragged brags enthused enthuses thundered chuckled laughed_that
  submitted_that submits_that
  (?:was|is|were|are|remained|remains)_(?:adamant|convinced|certain|confident|positive)_that
  took_the_view_that takes_the_view_that (?:has|had|went)_on_record_(?:as_saying|to_say|that)
  states(?=\\s+(?:that|in|clearly|plainly)\\b|\\s*[:,]) declared
  declares announced announces replied replies answered answers
  asked asks insisted insists explained explains remarked remarks noted notes observed observes argued argues claimed
  claims commented comments continued continues concluded concludes warned warns admitted admits recalled recalls
  wrote
  writes tweeted posted promised promises pledged pledges vowed vows affirmed affirms confirmed confirms emphasised
  emphasises emphasized emphasizes stressed stresses underlined underlines underscored underscores reiterated
  reiterates
  acknowledged acknowledges responded responds quipped joked repeated repeats predicted predicts cautioned cautions
  complained complains conceded concedes suggested suggests maintained maintains pointed_out points_out went_on
  goes_on asserted asserts contended contends countered counters exclaimed agreed_that objected retorted reminded
  reminds clarified clarifies cried shouted whispered quoted_as_saying was_quoted_as_saying
"""
_INFINITIVES = (
    "say|add|note|stress|insist|point_out|recall|explain|emphasi[sz]e|deny|admit|remark|observe|warn|reassure|argue"
)
_REPORTS = """
  suspects suspected thinks fears feared supposes reckoned_that
  blamed blames attributed attributes proposed proposes accused accuses defended defends disputed
  disputes doubted doubts questioned questions welcomed_that deplored deplores decried applauded applauds commended
  commends lauded lauds saluted ruled_out recommended recommends requested requests threatened threatens
  promised guaranteed outlined outlines spoke_out_against argued_for argued_against
   endorsed objected warned_of warned_against hoped hopes predicted foresaw foresees
  rejected_the_(?:allegations?|claims?|accusations?|criticisms?|charges?|idea|suggestion|notion|proposals?)
  envisaged
  gave_assurances made_clear makes_clear raised_the apologised apologized apologises alleged alleges claimed_that
  dismissed_the_(?:claims?|allegations?|charges?|report|reports|idea|criticism|accusations?|concerns?) cast_doubt
  took_aim voiced extended_condolences ascribed faulted
  lambasted slammed castigated rebuked ridiculed mocked denied rebuffed pressed_for pushed_for lobbied_for
  expressed expresses thanked thanks pointed_to points_to called_for calls_for called_on calls_on urged urges praised
  praises condemned condemns focused_on focuses_on drew_attention draws_attention voiced voices reaffirmed reaffirms
  denied denies criticised criticises criticized criticizes congratulated congratulates demanded demands assured
  assures informed informs referred_to refers_to highlighted highlights paid_tribute appealed believes hopes
  considers spoke_of speaks_of spoke_in_favou?r spoke_out proposed_that proposed_to
  welcomed_the_(?:agreement|decision|progress|outcome|results?|fact|proposal|initiative|efforts?|news|release|opening|reopening|ceasefire|truce|signing|announcement|steps?|move|pledge|return|resumption|exchange|deal|report|commitment|establishment|withdrawal|findings)
"""

LEXICON = Lexicon(
    code="en",
    order="svo",
    cased=True,
    said=words(_SAID.replace("INFINITIVES", _INFINITIVES)),
    reports=words(_REPORTS),
    judges=words("called calls described describes branded dismissed labelled hailed denounced termed"),
    transitive=words("told tells reminded informed assured"),
    participles=words(
        "saying adding noting stressing warning claiming arguing insisting suggesting predicting promising "
        "explaining stating declaring announcing writing replying remarking observing admitting conceding "
        "acknowledging "
        "confirming emphasi[sz]ing underlining maintaining asserting contending alleging complaining cautioning "
        "reminding assuring telling joking quipping recalling pointing_out vowing pledging swearing protesting "
        "mentioning reasoning urging commenting responding retorting countering"
    ),
    not_said=re.compile(
        r"\b(?:is|are|was|were|be|been|being|to|not|never|n[’']t|will|would|can|could|may|might|must|should|"
        r"shall|who|"
        r"which|that|as)\s+(?:also\s+|further\s+|often\s+|ever\s+)?$",
        re.IGNORECASE,
    ),
    inverting=words("\\w{2,}ed"),
    according=words(
        "according_to in_the_words_of in_the_opinion_of in_the_view_of in_the_judge?ment_of by_the_account_of "
        "in_the_account_of in_the_eyes_of in_the_telling_of "
        "in_the_estimation_of in_the_reading_of for_the_likes_of as_reported_by as_told_by (?:as_)?quoted_by "
        "on_the_word_of "
        "per(?=_(?:the_)?(?-i:[A-Z]))"
    ),
    according_self=words("in_(?:his|her)_(?:words|opinion|view|account|judge?ment|reading|telling|estimation|eyes)"),
    according_after=NEVER,
    titles={
        "foreign": words(
            "foreign_ministers? ministers?_(?:of|for)_foreign_affairs foreign_affairs_ministers? foreign_secretary "
            "secretary_of_state top_diplomat chief_diplomat minister_of_external_relations"
        ),
        "premier": words("prime_ministers? premiers? chancellors?"),
        "head": words("presidents? kings? queens? emirs? sultans? leaders? heads?_of_state crown_prince monarch"),
        "spokes": words("spokes(?:man|woman|person|people) press_secretary"),
        "envoy": words("envoys? mediators? representatives? emissar(?:y|ies) ambassadors? coordinators?"),
        "delegate": words(
            "(?:chief_)?negotiators? delegates? co-chairs? chair chairman chairwoman chairperson "
            "heads?_of_the_delegation delegation_head"
        ),
        "general": words("generals? colonels? admirals? commanders? marshals? lieutenants? majors? brigadiers?"),
        "minister": words("ministers? secretar(?:y|ies)"),
        "official": words(
            "counterparts? colleagues? predecessors? successors? host "
            "captains? skippers? archbishops? patriarchs? popes? imams? muftis? rabbis? consuls? attach[eé]s? "
            "vice[-_]presidents? under-secretar(?:y|ies)(?:-general)? councill?ors? pastors? sergeants? corporals? "
            "mps? meps? "
            "undersecretar(?:y|ies) counsellors? rectors? deans? lawyers? counsel researchers? scholars? authors? "
            "coordinators? "
            "superintendents? inspectors? sheriffs? constables? premiers? chancellors? trustees? treasurers? "
            "officials? advis[eo]rs? deput(?:y|ies) directors? commissioners? secretary-general governors? mayors? "
            "senators? lawmakers? speakers? heads? chiefs? diplomats? experts? engineers? doctors? professors? "
            "analysts? members? aides? bishops? judges? prosecutors? activists? journalists? co-founders? founders? "
            "candidates? nominees? delegates? officers? parliamentarians? legislators? politicians? facilitators? "
            "fellows? "
            "interlocutors? monitors? correspondents? attorneys? attorneys?-general chancellors? premiers? "
            "strategists? rapporteurs? inspectors? president-elect chargé_d[’']affaires plenipotentiar(?:y|ies) "
            "comptrollers? auditors?-general solicitors?-general provosts? vice-chancellors? legates? nuncios? "
            "elders? "
            "chieftains? council(?:man|woman|men) congress(?:man|woman|men) assembly(?:man|woman|men) peers? "
            "baroness dukes? duchess earls? count(?:ess)? viscount baron regent commodore cardinals? pontiff "
            "ayatollah "
            "arbiters? arbitrators? conciliators? intermediar(?:y|ies) go-betweens? troubleshooters? defectors? "
            "chief_executives? chief_of_staff premiers-designate envoy-designate minister-president vicar-general "
            "managers? historians? economists? chairs? hosts? guests? observers? sheikhs? princes? princess source"
        ),
        "trade": in_small_letters(
            "farmers? fisher(?:man|woman|men) teachers? nurses? dockers? dockworkers? drivers? pilots? shopkeepers? "
            "traders? merchants? bakers? butchers? students? residents? villagers? witness(?:es)? survivors? "
            "refugees? "
            "owners? neighbou?rs? priests? monks? nuns? pastors? vicars? curators? archivists? librarians? "
            "translators? "
            "interpreters? writers? novelists? poets? painters? photographers? reporters? editors? columnists? "
            "sailors? "
            "soldiers? sergeants? corporals? veterans? workers? foreman welders? mechanics? technicians? "
            "geologists? biologists? hydrologists? scientists? sociologists? anthropologists? statisticians? "
            "physicians? "
            "surgeons? midwi(?:fe|ves) organi[sz]ers? campaigners? volunteers? councill?ors? alderm[ae]n clerks? "
            "registrars? magistrates? ombudsm[ae]n auditors? bankers? brokers? investors? business(?:man|woman|men) "
            "entrepreneurs? consultants? contractors? architects? planners? surveyors? wardens? rangers? guards? "
            "ferrym[ae]n harbou?r[-_]?masters? stationmasters? shepherds? vintners? brewers? innkeepers? "
            "landlad(?:y|ies) "
            "landlords? widow(?:er)?s? rapporteurs? "
            "whips? backbenchers? lecturers? pensioners? old_man old_woman caretakers? porters? cooks? "
            "interviewers? executives? ceos? negotiators? lobbyists? pollsters? meteorologists? firefighters? "
            "paramedics? detectives? stewards? boatm[ae]n gardeners? tailors? carpenters? millers? doorm[ae]n "
            "apprentices? stevedores? treasurers? (?:young_|old_|elderly_|middle-aged_)?(?:man|woman|boy|girl) "
            "teenagers? "
            "police(?:man|woman|men) pupils? schoolboys? schoolgirls? undergraduates? mountain_guides? "
            "coach(?:es)? trainers? goalkeepers? strikers? midfielders? referees? umpires? players? athletes? "
            "jockeys? "
            "clergy(?:man|woman|men) chaplains? abbots? abbess deacons? sextons? composers? conductors? musicians? "
            "pianists? violinists? cellists? singers? sopranos? tenors? actors? actress(?:es)? playwrights? "
            "choreographers? dancers? sculptors? artists? restorers? designers? producers? film-?makers? patrons? "
            "benefactors? donors? philanthropists? magnates? tycoons? (?:m|b)illionaires? industrialists? "
            "financiers? "
            "landowners? developers? builders? plasterers? plumbers? electricians? masons? bricklayers? locksmiths? "
            "watchmakers? shoemakers? cobblers? barbers? hairdressers? florists? grocers? greengrocers? fishmongers? "
            "publicans? barm[ae]n barmaids? waiters? waitress(?:es)? chefs? stallholders? cleaners? janitors? "
            "watchm[ae]n nightwatchm[ae]n lifeguards? (?:light(?:house)?[-_]?)?keepers? gamekeepers? beekeepers? "
            "commuters? passengers? truckers? couriers? postm[ae]n postwom[ae]n attendants? stewardess(?:es)? "
            "seismologists? volcanologists? epidemiologists? virologists? cardiologists? oncologists? psychologists? "
            "psychiatrists? pathologists? paediatricians? obstetricians? dentists? pharmacists? chemists? "
            "physicists? "
            "astronomers? mathematicians? botanists? zoologists? ecologists? ornithologists? oceanographers? "
            "glaciologists? climatologists? archaeologists? criminologists? linguists? philosophers? theologians? "
            "demographers? geographers? cartographers? barristers? solicitors? defendants? plaintiffs? suspects? "
            "jurors? bailiffs? ushers? coroners? notar(?:y|ies) claimants? complainants? prisoners? inmates? "
            "detainees? hostages? deserters? conscripts? recruits? fighters? medics? paratroopers? mariners? "
            "deckhands? miners? steelworkers? seamstress(?:es)? weavers? potters? blacksmiths? printers? "
            "bookbinders? booksellers? publishers? bloggers? presenters? commentators? critics? essayists? "
            "biographers? dissidents? exiles? migrants? headmasters? headmistress(?:es)? headteachers? "
            "head_teachers? principals? tutors? accountants? bookkeepers? cashiers? housewi(?:fe|ves) tenants? "
            "homeowners? motorists? cyclists? onlookers? bystanders? eyewitness(?:es)? supporters? scoutmasters? "
            "explorers? mountaineers? hunters? herders? foresters? loggers? cheesemakers? winemakers? growers? "
            "organists? choirmasters? auctioneers? undertakers? astronauts? midwife"
        ),
        "body": words(
            "shipbuilders? operators? carmakers? airlines? compan(?:y|ies) firms? manufacturers? producers? "
            "retailers? "
            "suppliers? start-ups? subsidiar(?:y|ies) insurers? lenders? broadcasters? newspapers? think_tanks? ngos?"
        ),
        "kin": in_small_letters(
            "uncle aunt mother father grandmother grandfather husband wife son daughter brother sister cousin nephew "
            "niece mother-in-law father-in-law stepfather stepmother friend boss grandson granddaughter"
        ),
    },
    institutions=words(
        "chamber_of_commerce police red_cross red_crescent group network institute society council trust tribunal "
        "(?-i:Front) (?-i:Brotherhood) fund assembly legislature registry observatory chancellery academy "
        "corporation "
        "church synod "
        "junta high_command "
        "general_staff armed_forces joint_staff bloc monastery city_hall town_hall monitoring_mission militia "
        "taskforce task_force directorate inspectorate authority panel university congress senate "
        "central_bank party movement coastguard coast_guard navy air_force treasury foreign_service "
        "union company board association committee court coalition league federation secretariat hospital bank "
        "regulator inquiry watchdog charity foundation ministry kremlin government office press_service department "
        "presidency embassy foreign_office white_house "
        "secretariat mission command army administration cabinet parliament commission council agency bureau "
        "headquarters palace management fire_service fire_brigade fire_department ambulance_service rescue_service "
        "emergency_service weather_service weather_office met_office prison_service health_service "
        "intelligence_service "
        "security_service border_force border_guard(?!s) customs customs_service prosecution archive museum "
        "theatre orchestra "
        "opera_house gallery library school college laboratory club port_authority harbour_authority exchange "
        "consulate legation diocese parish regiment battalion garrison fleet politburo presidium upper_house "
        "lower_house caucus faction guild co-?operative consortium railway(?:s)? post_office electricity_board "
        "negotiating_team legal_team relief_agency aid_agency news_agency election_commission electoral_commission"
    ),
    sides=words(
        "sides parties delegations guarantors? countries states participants ministers leaders presidents envoys "
        "experts both they we delegates representatives heads co-chairs negotiators mediators nations governments "
        "guarantor_states observers "
        "(?:official|diplomat|analyst|aide|source|lawmaker|resident|witnesse|villager|farmer|worker|docker|"
        "dockworker|"
        "journalist|advis[eo]r|engineer|doctor|lawyer|soldier|refugee|activist|researcher|historian|economist|"
        "scholar|"
        "critic|fisher|teacher|nurse|trader|student|survivor|senator|lawmaker|"
        "minister|governor|deputie|commander|scientist|merchant|neighbou?r)s fishermen"
    ),
    pronouns=words("he she it"),
    many=words("they both we"),
    honorifics=a_set(
        "mr mrs ms miss dr prof sir dame lord lady sheikh gen col lt st hon rev madame monsieur mme herr frau "
        "señor señora"
    ),
    before_name=a_set("the a an its his her their our my your this that"),
    of=a_set("of for to in with"),
    stops=a_set(
        "on at during after before while when where as by from and but or who which that whose into over under "
        "following amid via since until about against reporters journalists here there earlier later today yesterday "
        "tomorrow also then is was were are has had have will would said told because if though although than so "
        "between among last this next early late ahead through without within like near"
    ),
    joins=a_set("and but"),
    not_names=a_set(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
        "September October November December In On At The A An It He She They But And Then After Before During When "
        "While If As For From With By This That These Those There Here Earlier Later Today Yesterday Meanwhile "
        "However Also Moreover According Speaking His Her Their Its Our We I You Mr Mrs Ms Dr Some Many Most "
        "All Both "
        "Nobody Everybody Everyone Someone Nothing What Who Why How Where Which One Two Three Critics Officials "
        "Sources Reports Media People Experts Observers Delegates Members No Yes Not Now Once Since Under Other "
        "Others Another Neither Either Each Anybody Anyone Somebody Someone None Few Several Much Whoever Whatever "
        "Perhaps Maybe Even Only Never Just Later Soon Until Unless Instead Still Yet So Or Nor Despite Because "
        "Although Though Among Between Asked Citing "
        "Replying Answering Addressing Commenting Radio Television TV Gazette Herald Times Post Courier Tribune "
        "Chronicle Journal News "
        "Agency Press Daily Weekly Council Committee Group Commission Party University Institute Centre Center Lake "
        "River Mountain Port Gulf Hotel Bank Street Square Street Bridge Valley Island Islands Republic Kingdom "
        "Union "
        "League Alliance Federation Authority Office Department Ministry Parliament Senate Congress Court "
        "Declaration "
        "Agreement Memorandum Treaty Protocol Accord North South East West Northern Southern Eastern Western Old New "
        "Great Upper Lower God Today Every Any Such"
    ),
    around=words(
        "also then later again further furthermore however therefore meanwhile in_turn on_his_part on_her_part "
        "for_his_"
        "part for_her_part has had then moreover once_again thus earlier separately additionally first finally "
        "recently repeatedly clearly specifically dryly quietly angrily simply still already previously now in_"
        "particular in_conclusion at_the_same_time instead publicly later_on rightly briefly bluntly only just "
        "once often always sometimes long even duly merely "
        "\\w{2,}(?:al|ous|ive|ent|ant|ed|ing|ful|less|ish|ic|ate|ute|ight|ain|ad|ief|irm|at|ind|alm|old|arm|ool|"
        "arp|uick|oft|ick|ir)ly "
        "on_(?:mon|tues|wednes|thurs|fri|satur|sun)day in_the_evening in_the_morning as_well today yesterday"
    ),
    adjuncts=re.compile(
        r"\s*(?:\w+ing\b|asked\b|in\b|on\b|at\b|after\b|before\b|during\b|as\b|when\b|while\b|for\b|with\b|despite\b|"
        r"according\b|by\b|to\b|from\b|following\b|if\b|although\b|though\b|since\b|until\b|under\b|instead\b|"
        r"quoted\b)",
        re.IGNORECASE,
    ),
    relatives=re.compile(r"\s*(?:who|which|whose|whom|where|that)\b", re.IGNORECASE),
    documents=words(
        "memorand(?:um|a) agreements? declarations? statements? protocols? treat(?:y|ies) plans? reports? documents? "
        "resolutions? entitled titled named called newspapers? magazines? dail(?:y|ies) weekly papers? books? films? "
        "plays? songs? "
        "articles? operations? conferences? programmes? programs? projects? roadmaps? road_maps? papers? forums? "
        "initiatives? so-called slogans? words? terms? known_as dubbed nicknamed exhibitions? ships? vessels? "
        "hotels? "
        "charters? communiqu[eé]s? pacts? accords? acts? laws? bills? headlines? headlined banner motto series "
        "channels? groups? brigades? "
        "party movements? principles joint group area zone line"
    ),
    back=NEVER,
    in_house=NEVER,
    common=a_set("the and of to in that is was for with on said by from as are this have has he it at an be were"),
    pointing=words(
        "(?:the|this|that)_(?:latter|former(?=,?_(?:said|told|added|replied|answered|insisted|argued|countered|"
        "says|had|"
        "was|has)\\b)|(?:(?:old|young|elderly|older|younger)_)?(?:man|woman|boy|girl)|"
        "(?:\\d{1,3}|[a-z]+(?:-[a-z]+)?)-year-old(?!_(?-i:[a-z]+(?:er|or|ist|ian|man|woman|ent|ant))\\b))"
    ),
)
