"""Speech in French."""

from __future__ import annotations

import re

from db.speech.lexicon import NEVER, Lexicon, a_set, in_small_letters, words

_PAST = """
  (?:commencé|fini|conclu|terminé)_(?:par|en)_(?:INFINITIVES|rappelant|soulignant|affirmant|disant|promettant)
  souvenu soufflé câblé télégraphié invoqué nié exposé mentionné avancé argué allégué prétendu certifié attesté
  proclamé clamé asséné lâché grommelé
  grogné bougonné marmonné maugréé balbutié bredouillé chuchoté susurré hurlé vociféré raillé persiflé pesté râlé
  tempêté enchaîné repris complété acquiescé consenti convenu confessé dévoilé divulgué prophétisé auguré calculé
  évalué spéculé craint redouté pointé épinglé relaté rapporté décrypté diagnostiqué théorisé professé stipulé
  spécifié énoncé formulé décrété ordonné intimé conjuré imploré revendiqué contredit réfuté récusé désavoué
  opiné tweeté posté laissé_échapper tenu_à_(?:préciser|rappeler|souligner|rassurer) pris_soin_de_préciser
  félicité réjoui indigné ému inquiété étonné emporté amusé insurgé alarmé
  commencé entamé
  attribué concédé révélé détaillé chiffré supposé espéré pronostiqué ironisé soupiré murmuré crié tonné fulminé
  tranché
  résumé récapitulé témoigné juré garanti conseillé recommandé suggéré objecté protesté supplié informé énuméré
  martelé
  cité tempéré nuancé corrigé insinué prôné rectifié philosophé
  dit déclaré affirmé ajouté indiqué souligné précisé expliqué répondu estimé assuré annoncé confirmé rappelé noté
  relevé répliqué rétorqué demandé lancé conclu poursuivi insisté averti reconnu admis promis écrit prévenu commenté
  laissé_entendre fait_observer fait_état fait_comprendre
  observé souhaité remarqué martelé répété fait_savoir fait_remarquer fait_valoir soutenu plaidé avoué confié glissé
  plaisanté
  raconté tweeté jugé considéré prédit regretté dénoncé réitéré mis_en_garde évoqué interrogé renchéri
"""
_PAST_REPORTS = """
  signalé recensé constaté plaint opposé engagé alarmé prononcé
  imputé accusé défendu contesté douté déploré fustigé applaudi loué recommandé invité menacé promis soutenu appuyé
  désapprouvé blâmé présenté_ses_excuses plaidé_pour exclu écarté minimisé relativisé réclamé sollicité prié
  refusé_de_croire
  encouragé mis_en_cause mis_en_avant
  remercié salué exprimé appelé exhorté félicité condamné critiqué démenti rejeté réaffirmé exigé insisté plaidé
  rendu_hommage attiré_l[’']attention fait_part proposé
"""
_PRESENT_REPORTS = """
  remercie salue exprime appelle exhorte félicite condamne réaffirme dénonce réclame exige accuse rejette dément
  déplore
  critique encourage invite menace plaide_pour s[’']inquiète se_félicite se_plaint se_réjouit s[’']oppose s[’']engage
  met_en_(?:cause|garde|avant|doute) mettait_en_(?:cause|garde|avant|doute) fait_état rend_hommage prend_acte
  attire_l[’']attention présente_ses_excuses impute attribue loue recommande sollicite prie fustige écarte exclut
  désapprouve relativise blâme pointe_du_doigt s[’']insurge s[’']alarme s[’']indigne tance brocarde
  appelle_de_ses_vœux
  conteste défend minimise appuie propose signale
"""
_ADVERBS = (
    r"(?:(?:également|aussi|encore|ensuite|notamment|toutefois|pour_sa_part|de_son_côté|néanmoins|cependant|"
    r"par_ailleurs|"
    r"d[’']ailleurs|en_outre|à_nouveau|de_nouveau|en_revanche|quant_à_(?:lui|elle)|pourtant|déjà|ainsi|enfin|"
    r"même|\w+ment)\s+){0,2}"
)
_AUX = r"(?:a|avait|s[’']est|l[’']a|lui_a|leur_a|m[’']a|nous_a|y_a)"
_INVERTED = r"a-t-(?:il|elle)|avait-(?:il|elle)|s[’']est-(?:il|elle)"
_PRESENT = """
  disait dirent répondait répondit concluait poursuivait poursuivit reconnaissait reconnut écrivait écrivit
  promettait promit
  admettait admit prévenait soutenait avertissait se_plaint se_défend s[’']agace s[’']indigne s[’']emporte s[’']étonne
  s[’']inquiète s[’']interroge se_réjouit se_félicite dénonce déplore regrette rétorqua fait_valoir fait_savoir
  (?:commen(?:ce|ça|çait)|fini(?:t|ssait)|conclut|termin(?:e|a|ait))_(?:par|en)_(?:INFINITIVES|rappelant|soulignant|affirmant|disant|promettant)
  fait_(?:remarquer|observer|comprendre) laiss(?:e|a|ait)_entendre laiss(?:e|a|ait)_échapper soupçonne soupçonnait
  dixit
  s[’']est_(?:born|content|empress|limit)ée?_(?:à|de|d[’'])_?(?:INFINITIVES)
  se_(?:born|content|empress|limit)e_(?:à|de|d[’'])_?(?:INFINITIVES) (?:a_tenu|tient|tenait)_à_(?:INFINITIVES|saluer)
  (?:a_)?(?:cru|croit|juge|jugé)_(?:bon|utile)_(?:de|d[’'])_?(?:INFINITIVES)
  se_souvient se_souvenait
  nie niait argue allègue prétend prétendait attestait jure convient convenait convint craint craignait reprend reprit
  enchaîne enchaîna avance(?=\\s+qu) explique-t-on confesse rapporte(?=\\s+qu) raille lâche lâcha grogne
  propose concède révèle suggère espère détaille ironise soupire résume recommande conseille garantit objecte nuance
  cite
  déclare affirme ajoute indique souligne précise explique répond estime assure annonce confirme rappelle note relève
  réplique rétorque demande lance conclut poursuit insiste avertit reconnaît admet promet écrit prévient commente
  observe remarque martèle répète juge considère raconte plaide confie dit renchérit soutient
"""


_INFINITIVES = (
    "dire|indiquer|préciser|ajouter|rappeler|souligner|affirmer|déclarer|confirmer|annoncer|assurer|répondre|"
    "expliquer|"
    "noter|reconnaître|répéter|admettre|avouer|lâcher|rassurer|avertir|prévenir|regretter|déplorer|promettre"
)
_UNUSUAL = a_set(
    "engagé lancé commencé entamé cité juré noté opposé prononcé alarmé appuyé chiffré tonné crié douté accusé "
    "défendu "
    "invité menacé loué blâmé prié appelé imputé recensé avancé exposé pointé complété calculé ordonné évalué "
    "soufflé câblé posté enchaîné relaté revendiqué formulé intimé"
)
"""Verbs that in the simple tenses mostly tell something else."""


def _told(verb: str) -> str:
    """A verb in the present, and if it is regular in the other simple tenses in which speech is told."""
    return f"{verb[:-1]}(?:e|a|ait)" if verb.endswith("e") else verb


def _verbs(past: str, present: str) -> str:
    participles = "|".join(past.split())
    regular = [f"{one[:-1]}e" for one in past.split() if re.fullmatch(r"[^\W\d_]{3,}é", one) and one not in _UNUSUAL]
    simple = " ".join(f"{_told(verb)}(?:-t)?(?:-il|-elle)?" for verb in dict.fromkeys([*present.split(), *regular]))
    return f"(?:{_AUX}|{_INVERTED})_{_ADVERBS}(?:{participles})e? {simple}".replace(r"\s+", "_")


LEXICON = Lexicon(
    code="fr",
    order="svo",
    cased=True,
    said=words(_verbs(_PAST, _PRESENT).replace("INFINITIVES", _INFINITIVES)),
    reports=words(_verbs(_PAST_REPORTS, _PRESENT_REPORTS)),
    judges=words(
        f"(?:{_AUX})_(?:qualifié|décrit|dénoncé|taxé|accueilli|vu|parlé|comparé) "
        "qualifi(?:e|a|ait) décri(?:t|vait|vit) "
        "y_voit "
        "y_voyait y_vit parle "
        "parl(?:a|ait) voit(?=_dans|_là|_en) compar(?:e|a|ait)"
    ),
    transitive=NEVER,
    participles=words(
        "affirmant déclarant ajoutant soulignant indiquant précisant estimant assurant expliquant rappelant notant "
        "jugeant promettant avertissant écrivant répondant reconnaissant admettant concédant confirmant insistant "
        "répétant martelant arguant prétextant alléguant lançant concluant observant faisant_(?:valoir|savoir|"
        "observer|"
        "remarquer) laissant_entendre se_disant s[’']étonnant regrettant déplorant niant jurant plaidant soutenant "
        "prévenant relevant racontant confiant évoquant invoquant"
    ),
    not_said=re.compile(
        r"(?:\b(?:ne|n[’']|qui|on|que|il_est|pas|jamais|été|de|dont|qu[’'])\s*(?:(?:lui|leur|nous|vous|me|se|y|"
        r"en)\s+|[mls][’'])?$)|(?:\bn[’']\s*(?:y\s+|en\s+)?$)",
        re.IGNORECASE,
    ),
    inverting=words(
        "(?:l[’']|lui_|leur_|s[’']|m[’']|nous_)?(?:a|est|avait|était)(?:(?:-t)?-(?:il|elle))?_(?:\\w+ment_)?\\w+ "
        "(?:(?:lui|leur|se|me|nous)_|[sm][’'])?\\w{2,}(?:e|it|ait|a|t|nd|dit|rt)(?:-t)?(?:-(?:il|elle))?"
    ),
    according=words(
        "selon d[’']après pour(?=_(?:l[ea]_|l[’']|son_|sa_|leur_|M\\._|Mme_|Me_)[^,.]{3,70},) "
        "pour(?=_(?-i:[A-ZÉÈÀÂÇÎÔ])[\\w-]+(?:_(?-i:[A-ZÉÈÀÂÇÎÔ])[\\w-]+)*,) aux_dires_d(?:e|u) "
        "de_l[’']avis_d(?:e|u) pour_reprendre_les_mots_de"
    ),
    according_self=words(
        "selon_(?:lui|elle) d[’']après_(?:lui|elle) à_ses_yeux à_l[’']en_croire à_l[’']entendre à_ses_dires "
        "de_son_propre_aveu à_son_avis"
    ),
    according_after=NEVER,
    titles={
        "foreign": words(
            "ministres?_(?:\\w+_)?des_affaires_étrangères chefs?_de_la_diplomatie cheffe_de_la_diplomatie "
            "secrétaire_d[’']état"
        ),
        "premier": words(
            "premiers?_ministres? première_ministre chef_du_gouvernement cheffe_du_gouvernement chancelier chancelière"
        ),
        "head": words("présidente? chefs?_de_l[’']état cheffe_de_l[’']état roi reine émir sultan dirigeante?"),
        "spokes": words("porte-paroles?"),
        "envoy": words(
            "envoyée? émissaire médiateur médiatrice ambassadeur ambassadrice représentante? coordinateur coordinatrice"
        ),
        "delegate": words("négociat(?:eur|rice)s? che(?:f|ffe)_de_la_délégation coprésidente? chefs?_de_délégation"),
        "general": words("général générale colonel colonelle amiral commandante? maréchal"),
        "minister": words("ministres? vice-ministres? secrétaire"),
        "official": words(
            "(?<!cette\\s)(?<!sa\\s)(?<!même\\s)source "
            "candidate? observat(?:eur|rice) déléguée? plénipotentiaire chargée?_d[’']affaires "
            "politicien(?:ne)? parlementaire "
            "opposante? leader interlocut(?:eur|rice) facilitat(?:eur|rice) officier spécialiste "
            "juriste dignitaire nonce "
            "cardinal pape pontife patriarche provincial négociant_en_chef sherpa intermédiaire arbitre "
            "conciliat(?:eur|rice) légat intendante? intendant_général contrôleu(?:r|se) vérificat(?:eur|rice) "
            "présidente?_directeur_général sous-secrétaire bourgmestre édile chef_d[’']état-major chancelier "
            "comte comtesse baron baronne duc duchesse prince princesse patron patronne doyenne? "
            "homologues? collègues? prédécesseure? successeure? "
            "capitaine évêque archevêque imam mufti rabbin consule? attachée? avocate? chercheur chercheuse recteur "
            "doyenne? "
            "inspecteur inspectrice procureure? juge commissaire syndic cadre directeur directrice conseillère "
            "conseiller gouverneure? maire sénateur sénatrice députée? diplomate "
            "experte? ingénieure? commissaire chef cheffe responsable vice-présidente? adjointe? "
            "secrétaire_générale? "
            "professeure? docteure? médecin membre analyste haut_fonctionnaire fonctionnaire"
        ),
        "trade": in_small_letters(
            "agriculteur agricultrice paysanne? pêcheur institutrice instituteur enseignante? infirmi(?:er|ère) "
            "docker "
            "soudeur soudeuse chauffeur pilote commerçante? marchande? boulang(?:er|ère) étudiante? habitante? "
            "témoin "
            "survivante? réfugiée? propriétaire voisine? prêtre curé moine pasteur vicaire archiviste "
            "conservat(?:eur|rice) "
            "bibliothécaire traduct(?:eur|rice) interprète écrivaine? romanci(?:er|ère) poète poétesse peintre "
            "photographe "
            "reporter rédact(?:eur|rice)(?:_en_chef)? éditorialiste marin matelot soldat sergent caporal lieutenant "
            "commandant vétéran ouvri(?:er|ère) mécanicien(?:ne)? technicien(?:ne)? géologue biologiste hydrologue "
            "scientifique sociologue anthropologue politologue historien(?:ne)? économiste statisticien(?:ne)? "
            "chirurgien(?:ne)? sage-femme militante? bénévole échevin greffi(?:er|ère) magistrate? médiat(?:eur|"
            "rice) "
            "banqui(?:er|ère) investisseur entrepreneur entrepreneuse patronne? consultante? architecte "
            "gardien(?:ne)? concierge "
            "berg(?:er|ère) vigneron(?:ne)? brasseur aubergiste veuve veuf modérat(?:eur|rice) rapporteure? préfète? "
            "sous-préfète? syndicaliste élue? président-directeur_général pdg maîtresse maître passeur batelier "
            "batelière cuisini(?:er|ère) fermi(?:er|ère) éleveur éleveuse auteure? autrice essayiste "
            "chroniqueu(?:r|se) "
            "apprentie? trésori(?:er|ère) soudeu(?:r|se) (?:jeune_|vieil_|vieille_)?(?:homme|femme|garçon|fillette) "
            "polici(?:er|ère) gendarme brigadi(?:er|ère) militaire gradée? enquêt(?:eur|rice) détective élève "
            "collégien(?:ne)? "
            "ecclésiastique aumôni(?:er|ère) abbé abbesse religieu(?:x|se) diacre compositeur compositrice "
            "musicien(?:ne)? "
            "pianiste violoniste chant(?:eur|euse) cantatrice ténor act(?:eur|rice) comédien(?:ne)? dramaturge "
            "chorégraphe danseu(?:r|se) sculpt(?:eur|rice) artiste restaurat(?:eur|rice) styliste product(?:eur|"
            "rice) "
            "cinéaste réalisat(?:eur|rice) metteuse? mécène donat(?:eur|rice) philanthrope magnat milliardaire "
            "industriel(?:le)? financi(?:er|ère) promot(?:eur|rice) maçon plombi(?:er|ère) électricien(?:ne)? "
            "serruri(?:er|ère) horlog(?:er|ère) cordonni(?:er|ère) coiffeu(?:r|se) fleuriste épici(?:er|ère) "
            "poissonni(?:er|ère) restauratrice cafeti(?:er|ère) serveu(?:r|se) barman vendeu(?:r|se) "
            "caissi(?:er|ère) "
            "veilleu(?:r|se) vigile portier surveillante? maître-nageur gardien(?:ne)?_de_phare chasseu(?:r|se) "
            "passag(?:er|ère) routi(?:er|ère) camionneu(?:r|se) camionneur conduct(?:eur|rice) fact(?:eur|rice) "
            "hôtesse "
            "sismologue volcanologue épidémiologiste virologue cardiologue psychologue psychiatre pédiatre dentiste "
            "pharmacien(?:ne)? chimiste physicien(?:ne)? astronome mathématicien(?:ne)? botaniste zoologiste "
            "écologue "
            "océanographe glaciologue climatologue archéologue criminologue linguiste philosophe théologien(?:ne)? "
            "démographe géographe notaire huissi(?:er|ère) accusée? prévenue? plaignante? victime détenue? otage "
            "déserteur conscrit combattante? rebelle mineur mineuse sidérurgiste couturi(?:er|ère) pot(?:ier|ière) "
            "forgeron imprimeur libraire éditeur éditrice blogueu(?:r|se) présentat(?:eur|rice) commentat(?:eur|"
            "rice) "
            "dissidente? exilée? migrante? proviseure? principale? directrice_d[’']école comptable locataire "
            "automobiliste cycliste riveraine? badaud supporteu?r entraîneu(?:r|se) sélectionneu(?:r|se) "
            "gardien(?:ne)?_de_but buteu(?:r|se) arbitre joueu(?:r|se) athlète naviga(?:teur|trice) alpiniste "
            "forestier bûcheron fromag(?:er|ère) oste?iculteur ostréicult(?:eur|rice) sauveteuse? secouriste "
            "ambulanci(?:er|ère) pompi(?:er|ère) procureure?_générale? "
            "avocate?_générale? retraitée? lycéen(?:ne)? meunier maraîch(?:er|ère) boucher apicult(?:eur|rice) "
            "tisserande?"
        ),
        "body": words(
            "constructeur entreprise société compagnie groupe armateur opérateur exploitant fabricant filiale "
            "start-up "
            "assureur chaîne"
        ),
        "kin": in_small_letters(
            "oncle tante mère père grand-mère grand-père mari femme épouse époux fils fille frère sœur cousine? "
            "neveu "
            "nièce petit-fils petite-fille belle-mère beau-père amie? compagne compagnon veuve"
        ),
    },
    institutions=words(
        "ministère diplomatie kremlin gouvernement bureau service_de_presse présidence ambassade élysée "
        "quai_d[’']orsay "
        "secrétariat armée commandement administration agence préfecture mairie police gendarmerie parquet direction "
        "commission comité conseil syndicat fédération association tribunal cour mission délégation office "
        "observatoire "
        "banque chambre ligue croix-rouge parti municipalité intersyndicale collectif union institut hôpital "
        "état-major "
        "(?-i:Front) marine junte milice synode "
        "autorité conseil_de_sécurité ong fondation pompiers sapeurs-pompiers secours douane douanes "
        "protection_civile "
        "sécurité_civile garde-côtes garde-frontières météo services?_de_(?:secours|santé|renseignement) rectorat "
        "université école lycée collège musée théâtre opéra orchestre bibliothèque archives régie consulat légation "
        "diocèse évêché paroisse archevêché régiment garnison flotte coopérative consortium centrale poste club "
        "fédération groupe_parlementaire entourage cabinet ministère_public "
        "commission_électorale cour_d[’']appel cour_suprême chancellerie quartier_général département région "
        "métropole chambre_de_commerce ordre_des_\\w+ barreau tutelle rédaction"
    ),
    sides=words(
        "parties délégations garants pays états participants ministres_des dirigeants présidents envoyés experts ils "
        "elles deux nous représentants"
    ),
    pronouns=words("il elle celui-ci celle-ci"),
    many=words("ils elles nous tous"),
    honorifics=a_set("m mme mlle mm monsieur madame dr me lord lady sir dame miss mr mrs"),
    before_name=a_set("le la les l l’ l' un une son sa ses leur mon ma mes notre votre ce cet cette"),
    of=a_set("de du des d d’ d' à au aux l l’ l' la le en pour chargé chargée"),
    stops=a_set(
        "et mais ou qui que dont où lors après avant pendant dans sur sous avec sans par devant hier aujourd’hui "
        "demain lundi mardi mercredi jeudi vendredi samedi dimanche également aussi alors ensuite puis à_ aux_ quand "
        "n’ s’ m’ jamais toujours comme si car donc a avait est sont était ont ne pas plus ce_ cela "
        "journalistes reporters depuis jusqu malgré contre vers chez entre parmi durant dès hors sauf près loin "
        "autour face "
        "rit sourit fit mit vit prit reprit partit sortit sentit répondit tint vint revint fut eut put dut sut "
        "lut crut parut"
    ),
    joins=a_set("et mais"),
    not_names=a_set(
        "Le La Les L Un Une Il Elle Ils Elles On Nous Je Ce Cet Cette Ces En Dans Lors Après Avant Pendant Pour Par "
        "Sur Sous Avec Sans Mais Et Ou Donc Car Selon De Du Des D Au Aux À A Son Sa Ses Leur Leurs Hier Aujourd’hui "
        "Demain Lundi Mardi Mercredi Jeudi Vendredi Samedi Dimanche Personne Tous Certains Critiques Interrogé "
        "Interrogée M Mme Mlle Si Quand Comme Ici Aucun Aucune Chacun Chacune Nul Nulle Plusieurs Rien Tout "
        "Toute Toutes Quiconque "
        "Celui Celle Ceux Celles Jamais Voici Voilà Malgré Dès Vers Chez Entre Contre Puis Alors Enfin Ainsi "
        "Cependant Toutefois Ont Est Ni Que Qui Où"
    ),
    around=words(
        "aux_\\w+ à_la_presse devant_la_presse devant_les_\\w+ également aussi ensuite puis enfin toutefois "
        "cependant pour_sa_part de_son_côté à_son_tour par_ailleurs en_outre "
        "alors encore notamment sèchement lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd[’']hui "
        "ainsi ,_(?:elle|lui),? elle-même lui-même "
        "en_conclusion à_nouveau de_nouveau quant_à_(?:lui|elle)"
    ),
    adjuncts=re.compile(
        r"\s*(?:en|dans|lors|après|avant|pendant|pour|par|sur|sous|avec|sans|à|au|aux|interrogée?|si|quand|"
        r"comme|depuis|"
        r"malgré|selon|d[’']après)\b",
        re.IGNORECASE,
    ),
    relatives=re.compile(r"\s*(?:qui|que|qu[’']|dont|où|laquelle|lequel)", re.IGNORECASE),
    documents=words(
        "mémorandum accords? déclarations? communiqués? protocoles? traités? plan rapports? documents? résolutions? "
        "journal journaux quotidien magazine livres? films? pièce chanson articles? opération conférence programme "
        "projet forum initiative prétendue? soi-disant dite? intitulée? nommée? appelée? dénommée? termes? mots? "
        "expression groupe brigade mouvement parti chaîne ligne format pacte loi feuille_de_route hôtel conjointe? "
        "d[’']une d[’']un"
    ),
    back=NEVER,
    in_house=re.compile(
        r"(?:(?!lit-|peut-|apprend-|voit-|trouve-)\w+(?:-t)?-on(?:\s+(?:savoir|valoir|observer|remarquer|entendre))?|"
        r"a-t-on\s+\w+)(?:\s+\w+ment)?\s+(?:dans|aux?|à|chez|du\s+côté\s+d[eu]s?|auprès\s+d[eu]s?|"
        r"de)\s+(?:l[ea]s?\s+|"
        r"l[’'])?(?P<who>[^,.:;\ue000]{3,70}?)(?=[,.:;\ue000]|\s+(?:que|qu[’'])|\s*$)|"
        r"(?:Aux?|À\s+la|À\s+l[’']|Dans\s+l[’']|Du\s+côté\s+d[eu]s?(?:\s+la|\s+l[’'])?|"
        r"Chez(?:\s+l[ea]s?)?)\s*(?P<house>[^,.:;"
        r"\ue000]{3,60}),\s+(?:l[’'])?on\s+(?:\w+\s+)?(?:indique|affirme|assure|dit|précise|explique|souligne|"
        r"reconnaît|fait\s+"
        r"(?:savoir|valoir)|estime|rappelle|confirme|dément|admet|jure|répète|martèle)\b"
    ),
    common=a_set("le la les des et de un une est que dans pour qui sur au par du en a ont il elle aux avec"),
    pointing=words(
        "(?:cette|la_même|sa)_source l[’']intéressée? ce_dernier cette_dernière celui-là celle-là (?:l[’']|cet_|"
        "cette_|le_|la_)(?:(?:vieil|vieille|"
        "jeune)_)?(?:homme|femme|dame|garçon|fillette)(?:_(?:de|âgée?_de)_\\d+_ans)? "
        "(?:le|la|cet|cette)_\\w+agénaire (?:le|la)_(?:sexa|septua|octo|nona)génaire"
    ),
)
