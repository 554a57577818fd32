/* The registry of posts and their fields: the one place where a field is named. */
#include "remiss/arende.h"

static const char *const status_val[] = {"pågår",      "granskas", "beslutat",
                                         "expedierat", "avslutat", NULL};
static const char *const vag_val[] = {"nämnd-kommunstyrelse", "nämnd-departement",
                                      "styrelse-departement", "information", NULL};
static const char *const utgang_val[] = {"bifall", "ändring", "återremiss", "bordläggning", NULL};
static const char *const barn_val[] = {"enkel", "vanlig", "fördjupad", "berörs-inte", NULL};
static const char *const underlag_val[] = {
    "betänkande", "tjänsteskrivelse", "yttrande", "protokollsutdrag", "missiv", "annat", NULL};
static const char *const expediering_val[] = {"beslut", "kännedom", "åtgärd", NULL};
static const char *const dokument_val[] = {"yttrande", "tjänsteskrivelse", "beslutsförslag", NULL};
static const char *const standpunkt_val[] = {
    "anser", "önskemål", "reservation", "eget-förslag", "utred-vidare", "omdöme", NULL};
static const char *const samverkan_val[] = {"råd",         "facklig", "expert",
                                            "annan-nämnd", "brukare", NULL};
static const char *const protokoll_val[] = {
    "yrkande",   "propositionsordning", "omröstning",        "beslut", "deltagare",
    "justerare", "reservation",         "särskilt-yttrande", "jäv",    NULL};

static const struct falt arende[] = {
    [ARENDE_RUBRIK] = {"rubrik", "rubrik", "Rubrik",
                       "Papperens rubrik, om den ska vara en annan än betänkandets titel.",
                       FALT_RAD, NULL, 300},
    [ARENDE_DNR] = {"dnr", "dnr", "Diarienummer", "Ärendets eget diarienummer.", FALT_RAD, NULL,
                    60},
    [ARENDE_ERT_DNR] = {"ert-dnr", "ert_dnr", "Ert diarienummer",
                        "Departementets diarienummer på remissen, till exempel S2024/01966.",
                        FALT_RAD, NULL, 60},
    [ARENDE_STATUS] = {"status", "status", "Status", "Hur långt ärendet har kommit.", FALT_VAL,
                       status_val, 0},
    [ARENDE_PROFIL] = {"profil", "profil", "Profil", "Organisationens profil.", FALT_RAD, NULL, 40},
    [ARENDE_PROFILVERSION] = {"profilversion", "profilversion", "Profilens version",
                              "Den version av profilen som gällde vid beslutet.", FALT_RAD, NULL,
                              100},
    [ARENDE_VAG] = {"väg", "vag", "Väg", "Vem som beslutar och vem svaret går till.", FALT_VAL,
                    vag_val, 0},
    [ARENDE_ORGANISATION] = {"organisation", "organisation", "Organisation",
                             "Kommunen eller regionen.", FALT_RAD, NULL, 120},
    [ARENDE_NAMND] = {"nämnd", "namnd", "Nämnd", "Nämnden som svarar, med stor bokstav.", FALT_RAD,
                      NULL, 120},
    [ARENDE_FORVALTNING] = {"förvaltning", "forvaltning", "Förvaltning",
                            "Förvaltningen som bereder ärendet.", FALT_RAD, NULL, 120},
    [ARENDE_BESLUTANDE] = {"beslutande", "beslutande", "Beslutande",
                           "Den som beslutar, om det inte är nämnden: till exempel ett utskott.",
                           FALT_RAD, NULL, 120},
    [ARENDE_ADRESSAT] = {"adressat", "adressat", "Adressat",
                         "Den som tjänsteskrivelsen ställs till, om det inte är den som beslutar.",
                         FALT_RAD, NULL, 120},
    [ARENDE_MOTTAGARE] = {"mottagare", "mottagare", "Mottagare",
                          "Den som yttrandet lämnas till: Kommunstyrelsen eller departementet.",
                          FALT_RAD, NULL, 120},
    [ARENDE_REMISSINSTANS] = {"remissinstans", "remissinstans", "Remissinstans",
                              "Namnet på den som svarar, som det ska stå i filnamn och ämnesrad.",
                              FALT_RAD, NULL, 120},
    [ARENDE_EPOST] = {"e-post", "epost", "E-post för svar", "Adressen som svaret ska skickas till.",
                      FALT_RAD, NULL, 200},
    [ARENDE_EPOST_KOPIA] = {"e-post-kopia", "epost_kopia", "Kopia till",
                            "Adressen som ska ha en kopia, enligt missivet.", FALT_RAD, NULL, 200},
    [ARENDE_INKOM] = {"inkom", "inkom", "Remissen inkom", "Dagen då remissen kom in.", FALT_DATUM,
                      NULL, 0},
    [ARENDE_SVARSTID] = {"svarstid", "svarstid", "Svarstid", "Dagen då svaret ska ha kommit in.",
                         FALT_DATUM, NULL, 0},
    [ARENDE_ANSTAND_BEGART] = {"anstånd-begärt", "anstand_begart", "Anstånd begärt",
                               "Dagen då anstånd begärdes.", FALT_DATUM, NULL, 0},
    [ARENDE_ANSTAND] = {"anstånd", "anstand", "Anstånd till",
                        "Den nya svarsdagen, om anstånd har getts.", FALT_DATUM, NULL, 0},
    [ARENDE_SKRIVSTOPP] = {"skrivstopp", "skrivstopp", "Skrivstopp",
                           "Dagen då texten ska vara färdig.", FALT_DATUM, NULL, 0},
    [ARENDE_GRANSKNING] = {"granskning", "granskning", "Granskning", "Dagen då chefen granskar.",
                           FALT_DATUM, NULL, 0},
    [ARENDE_UTSKICK] = {"utskick", "utskick", "Utskick",
                        "Dagen då handlingarna skickas till arbetsutskottet.", FALT_DATUM, NULL, 0},
    [ARENDE_AU] = {"au", "au", "Arbetsutskottets möte", "Dagen för arbetsutskottet.", FALT_DATUM,
                   NULL, 0},
    [ARENDE_ARBETSUTSKOTT] = {"arbetsutskott", "arbetsutskott", "Arbetsutskott",
                              "Arbetsutskottets namn.", FALT_RAD, NULL, 120},
    [ARENDE_NAMNDMOTE] = {"nämndmöte", "namndmote", "Nämndens möte", "Dagen då nämnden beslutar.",
                          FALT_DATUM, NULL, 0},
    [ARENDE_JUSTERING] = {"justering", "justering", "Justering", "Dagen då protokollet justeras.",
                          FALT_DATUM, NULL, 0},
    [ARENDE_OMEDELBAR_JUSTERING] = {"omedelbar-justering", "omedelbar_justering",
                                    "Omedelbar justering",
                                    "Ja om paragrafen justeras vid sittande bord.", FALT_JANEJ,
                                    NULL, 0},
    [ARENDE_EXPEDIERING] = {"expediering-datum", "expediering_datum", "Expediering",
                            "Dagen då beslutet skickas.", FALT_DATUM, NULL, 0},
    [ARENDE_DATUM] = {"datum", "datum", "Yttrandets datum", "Dagen som står på yttrandet.",
                      FALT_DATUM, NULL, 0},
    [ARENDE_TJANSTESKRIVELSE_DATUM] = {"tjänsteskrivelse-datum", "tjansteskrivelse_datum",
                                       "Tjänsteskrivelsens datum",
                                       "Dagen som står på tjänsteskrivelsen.", FALT_DATUM, NULL, 0},
    [ARENDE_PARAGRAF] = {"paragraf", "paragraf", "Paragraf",
                         "Paragrafen i protokollet, till exempel § 25.", FALT_RAD, NULL, 40},
    [ARENDE_BESLUTSUTGANG] = {"beslutsutgång", "beslutsutgang", "Utgång", "Hur nämnden beslutade.",
                              FALT_VAL, utgang_val, 0},
    [ARENDE_BESLUTSDATUM] = {"beslutsdatum", "beslutsdatum", "Beslutsdatum",
                             "Dagen då beslutet fattades.", FALT_DATUM, NULL, 0},
    [ARENDE_ORDFORANDEBESLUT] = {"ordförandebeslut", "ordforandebeslut", "Ordförandebeslut",
                                 "Ja om ordföranden beslutar för att tiden är knapp (KL 6:39).",
                                 FALT_JANEJ, NULL, 0},
    [ARENDE_AVSTAR] = {"avstår", "avstar", "Avstår från hela remissen",
                       "Ja om nämnden avstår från att svara på remissen.", FALT_JANEJ, NULL, 0},
    [ARENDE_SUBJEKT] = {"subjekt", "subjekt", "Vem som talar",
                        "Den som yttrandet talar om: nämnden, vi, kommunen. Tomt ger profilens.",
                        FALT_RAD, NULL, 40},
    [ARENDE_BARNETS_BASTA] = {"barnets-bästa", "barnets_basta", "Prövning av barnets bästa",
                              "Hur grundligt barnets bästa har prövats.", FALT_VAL, barn_val, 0},
    [ARENDE_GALLRING] = {"gallring", "gallring", "Gallring",
                         "Vad som gäller enligt dokumenthanteringsplanen.", FALT_RAD, NULL, 200},
    [ARENDE_ANTECKNING] = {"anteckning", "anteckning", "Anteckning",
                           "För dig själv. Skrivs aldrig ut.", FALT_MARKDOWN, NULL, 0},
};

static const struct falt svar[] = {
    [SVAR_STALLNING] = {"ställning", "stallning", "Ställning", "Vad svaret är.", FALT_STALLNING,
                        NULL, 0},
    [SVAR_VILLKOR] = {"villkor", "villkor", "Villkor", "Satsen efter ”under förutsättning att”.",
                      FALT_RAD, NULL, 1000},
    [SVAR_MOTIVERING] = {"motivering", "motivering", "Motivering", "Skälen för svaret.",
                         FALT_MARKDOWN, NULL, 0},
    [SVAR_SUBJEKT] = {"subjekt", "subjekt", "Vem som talar",
                      "Den som talar i just detta svar. Tomt ger ärendets.", FALT_RAD, NULL, 40},
    [SVAR_ANTECKNING] = {"anteckning", "anteckning", "Anteckning",
                         "För dig själv. Skrivs aldrig ut.", FALT_MARKDOWN, NULL, 0},
};

static const struct falt avsnitt[] = {
    [AVSNITT_RUBRIK] = {"rubrik", "rubrik", "Egen rubrik",
                        "Rubriken i papperen, om den ska vara en annan än avsnittets titel.",
                        FALT_RAD, NULL, 300},
    [AVSNITT_REDOGORELSE] = {"redogörelse", "redogorelse", "Redogörelse",
                             "Vad betänkandet säger, till tjänsteskrivelsen. Tomt ger "
                             "betänkandefilens sammandrag.",
                             FALT_MARKDOWN, NULL, 0},
    [AVSNITT_UTELAMNAD] = {"utelämnad", "utelamnad", "Utelämnas",
                           "Ja om avsnittet med avsikt inte tas upp.", FALT_JANEJ, NULL, 0},
    [AVSNITT_SKAL] = {"skäl", "skal", "Skäl", "Varför avsnittet utelämnas.", FALT_RAD, NULL, 1000},
    [AVSNITT_ANTECKNING] = {"anteckning", "anteckning", "Anteckning",
                            "För dig själv. Skrivs aldrig ut.", FALT_MARKDOWN, NULL, 0},
};

static const struct falt text[] = {
    [TEXT_INNEHALL] = {"innehåll", "innehall", "Innehåll", "Textblockets text.", FALT_MARKDOWN,
                       NULL, 0},
    [TEXT_GRUND] = {"grund", "grund", "Skriven efter",
                    "Svaren som sammanfattningen skrevs efter. Programmet fyller i det.",
                    FALT_GRUND, NULL, 200000},
};

static const struct falt handlaggare[] = {
    [HANDLAGGARE_NAMN] = {"namn", "namn", "Namn", "Handläggarens namn.", FALT_RAD, NULL, 120},
    [HANDLAGGARE_TITEL] = {"titel", "titel", "Titel", "Handläggarens titel.", FALT_RAD, NULL, 120},
    [HANDLAGGARE_ENHET] = {"enhet", "enhet", "Enhet", "Enheten eller avdelningen.", FALT_RAD, NULL,
                           120},
    [HANDLAGGARE_EPOST] = {"e-post", "epost", "E-post", "Adressen.", FALT_RAD, NULL, 200},
    [HANDLAGGARE_TELEFON] = {"telefon", "telefon", "Telefon", "Numret.", FALT_RAD, NULL, 60},
};

static const struct falt beslutspunkt[] = {
    [BESLUTSPUNKT_TEXT] = {"text", "text", "Beslutspunkt",
                           "Vad som föreslås, som en hel mening utan nummer eller ”att”.", FALT_RAD,
                           NULL, 2000},
};

static const struct falt underlag[] = {
    [UNDERLAG_SLAG] = {"slag", "slag", "Slag", "Vad det är för handling.", FALT_VAL, underlag_val,
                       0},
    [UNDERLAG_KOD] = {"kod", "kod", "Kod", "Handlingens beteckning i ärendesystemet.", FALT_RAD,
                      NULL, 60},
    [UNDERLAG_TITEL] = {"titel", "titel", "Titel", "Handlingens namn.", FALT_RAD, NULL, 500},
    [UNDERLAG_FORFATTARE] = {"författare", "forfattare", "Författare",
                             "Den som har skrivit, med titel.", FALT_RAD, NULL, 200},
    [UNDERLAG_DATUM] = {"datum", "datum", "Datum", "Handlingens datum.", FALT_DATUM, NULL, 0},
};

static const struct falt planering[] = {
    [PLANERING_ORGAN] = {"organ", "organ", "Organ",
                         "Den som behandlar ärendet, utöver arbetsutskottet och nämnden.", FALT_RAD,
                         NULL, 120},
    [PLANERING_MOMENT] = {"moment", "moment", "Moment", "Vad som händer.", FALT_RAD, NULL, 200},
    [PLANERING_DATUM] = {"datum", "datum", "Datum", "Dagen.", FALT_DATUM, NULL, 0},
};

static const struct falt expediering[] = {
    [EXPEDIERING_NAMN] = {"namn", "namn", "Namn", "Den som beslutet skickas till.", FALT_RAD, NULL,
                          200},
    [EXPEDIERING_FOR] = {"för", "for_vad", "För", "Varför de får beslutet.", FALT_VAL,
                         expediering_val, 0},
};

static const struct falt undertecknare[] = {
    [UNDERTECKNARE_NAMN] = {"namn", "namn", "Namn", "Den som skriver under.", FALT_RAD, NULL, 120},
    [UNDERTECKNARE_TITEL] = {"titel", "titel", "Titel", "Titel eller uppdrag.", FALT_RAD, NULL,
                             120},
    [UNDERTECKNARE_DOKUMENT] = {"dokument", "dokument", "Dokument",
                                "Det papper som skrivs under. Tomt betyder yttrandet.", FALT_VAL,
                                dokument_val, 0},
};

static const struct falt standpunkt[] = {
    [STANDPUNKT_SLAG] = {"slag", "slag", "Slag", "Vad det är för ståndpunkt.", FALT_VAL,
                         standpunkt_val, 0},
    [STANDPUNKT_AVSNITT] = {"avsnitt", "avsnitt", "Avsnitt",
                            "Avsnittet den gäller. Tomt om den är övergripande.", FALT_AVSNITT,
                            NULL, 0},
    [STANDPUNKT_TEMA] = {"tema", "tema", "Tema", "Namnet på temat den hör till.", FALT_RAD, NULL,
                         40},
    [STANDPUNKT_TEXT] = {"text", "text", "Text", "Ståndpunkten, som hela meningar.", FALT_MARKDOWN,
                         NULL, 0},
};

static const struct falt tema[] = {
    [TEMA_NAMN] = {"namn", "namn", "Namn", "Kort namn att hänvisa till.", FALT_RAD, NULL, 40},
    [TEMA_UNDER] = {"under", "under_tema", "Under",
                    "Namnet på temat ovanför. Tomt för översta nivån.", FALT_RAD, NULL, 40},
    [TEMA_RUBRIK] = {"rubrik", "rubrik", "Rubrik", "Temats rubrik i yttrandet.", FALT_RAD, NULL,
                     300},
    [TEMA_KAPITEL] = {"kapitel", "kapitel", "Kapitel",
                      "Kapitel eller avsnitt som rubriken hänvisar till.", FALT_RAD, NULL, 60},
    [TEMA_INLEDNING] = {"inledning", "inledning", "Inledning", "Text före svaren.", FALT_MARKDOWN,
                        NULL, 0},
    [TEMA_PUNKTER] = {"punkter", "punkter", "Punkter", "De punkter som besvaras under temat.",
                      FALT_PUNKTER, NULL, 0},
    [TEMA_AVSLUT] = {"avslut", "avslut", "Avslutning", "Text efter svaren.", FALT_MARKDOWN, NULL,
                     0},
};

static const struct falt nyckelpunkt[] = {
    [NYCKELPUNKT_INGRESS] = {"ingress", "ingress", "Ingress", "Orden som inleder, i fetstil.",
                             FALT_RAD, NULL, 200},
    [NYCKELPUNKT_TEXT] = {"text", "text", "Text", "Det viktiga, i en eller två meningar.",
                          FALT_MARKDOWN, NULL, 0},
    [NYCKELPUNKT_GRUPP] = {"grupp", "grupp", "Grupp", "Gruppen punkten hör till.", FALT_RAD, NULL,
                           120},
};

static const struct falt rubrik[] = {
    [RUBRIK_AVSNITT] = {"avsnitt", "avsnitt", "Avsnitt", "Avsnitten som får en gemensam rubrik.",
                        FALT_AVSNITT, NULL, 0},
    [RUBRIK_RUBRIK] = {"rubrik", "rubrik", "Rubrik",
                       "Den gemensamma rubriken. Tomt ger avsnittens egna med ”och” emellan.",
                       FALT_RAD, NULL, 500},
};

static const struct falt uppdrag[] = {
    [UPPDRAG_TEXT] = {"text", "text", "Uppdrag", "En del av utredningens uppdrag.", FALT_RAD, NULL,
                      1000},
};

static const struct falt samverkan[] = {
    [SAMVERKAN_FRAN] = {"från", "fran", "Från", "Den som har lämnat synpunkter.", FALT_RAD, NULL,
                        200},
    [SAMVERKAN_SLAG] = {"slag", "slag", "Slag", "Vilket slags synpunkter.", FALT_VAL, samverkan_val,
                        0},
    [SAMVERKAN_DATUM] = {"datum", "datum", "Datum", "Dagen.", FALT_DATUM, NULL, 0},
    [SAMVERKAN_TEXT] = {"text", "text", "Text", "Vad som framfördes.", FALT_MARKDOWN, NULL, 0},
};

static const struct falt not_falt[] = {
    [NOT_MARKE] = {"märke", "marke", "Märke", "Tecknet i texten, till exempel *.", FALT_RAD, NULL,
                   8},
    [NOT_TEXT] = {"text", "text", "Text", "Notens text.", FALT_RAD, NULL, 1000},
};

static const struct falt bilaga[] = {
    [BILAGA_TITEL] = {"titel", "titel", "Titel", "Bilagans namn.", FALT_RAD, NULL, 500},
    [BILAGA_DATUM] = {"datum", "datum", "Datum", "Bilagans datum.", FALT_DATUM, NULL, 0},
};

static const struct falt protokoll[] = {
    [PROTOKOLL_SLAG] = {"slag", "slag", "Slag", "Vad som hände på mötet.", FALT_VAL, protokoll_val,
                        0},
    [PROTOKOLL_VEM] = {"vem", "vem", "Vem", "Den det gäller.", FALT_RAD, NULL, 200},
    [PROTOKOLL_TEXT] = {"text", "text", "Text", "Ordalydelsen.", FALT_MARKDOWN, NULL, 0},
};

#define FALT(a) (a), sizeof(a) / sizeof *(a)

static const struct post_slag_info registry[POST_SLAG_N] = {
    [POST_ARENDE] = {"uppgifter", "arende", "Uppgifter", POST_ONE, FALT(arende)},
    [POST_SVAR] = {"svar", "svar", "Svar", POST_KEYED, FALT(svar)},
    [POST_AVSNITT] = {"avsnitt", "avsnittsuppgift", "Avsnitt", POST_KEYED, FALT(avsnitt)},
    [POST_TEXT] = {"text", "textblock", "Text", POST_KEYED, FALT(text)},
    [POST_HANDLAGGARE] = {"handläggare", "handlaggare", "Handläggare", POST_LIST,
                          FALT(handlaggare)},
    [POST_BESLUTSPUNKT] = {"beslutspunkt", "beslutspunkt", "Förslag till beslut", POST_LIST,
                           FALT(beslutspunkt)},
    [POST_UNDERLAG] = {"underlag", "underlag", "Beslutsunderlag", POST_LIST, FALT(underlag)},
    [POST_PLANERING] = {"planering", "planering", "Beslutsplanering", POST_LIST, FALT(planering)},
    [POST_EXPEDIERING] = {"expediering", "expediering", "Beslutet skickas till", POST_LIST,
                          FALT(expediering)},
    [POST_UNDERTECKNARE] = {"undertecknare", "undertecknare", "Undertecknare", POST_LIST,
                            FALT(undertecknare)},
    [POST_STANDPUNKT] = {"ståndpunkt", "standpunkt", "Egen ståndpunkt", POST_LIST,
                         FALT(standpunkt)},
    [POST_TEMA] = {"tema", "tema", "Tema", POST_LIST, FALT(tema)},
    [POST_NYCKELPUNKT] = {"nyckelpunkt", "nyckelpunkt", "Viktiga punkter", POST_LIST,
                          FALT(nyckelpunkt)},
    [POST_RUBRIK] = {"gemensam-rubrik", "gemensam_rubrik", "Gemensam rubrik", POST_LIST,
                     FALT(rubrik)},
    [POST_UPPDRAG] = {"uppdrag", "uppdrag", "Utredningens uppdrag", POST_LIST, FALT(uppdrag)},
    [POST_SAMVERKAN] = {"samverkan", "samverkan", "Inhämtade synpunkter", POST_LIST,
                        FALT(samverkan)},
    [POST_NOT] = {"not", "notmarke", "Not", POST_LIST, FALT(not_falt)},
    [POST_BILAGA] = {"bilaga", "bilaga", "Bilaga", POST_LIST, FALT(bilaga)},
    [POST_PROTOKOLL] = {"protokoll", "protokoll", "Protokoll", POST_LIST, FALT(protokoll)},
};

const struct post_slag_info *post_slag_info(enum post_slag s) {
    return &registry[s];
}

static const struct text_block blocks[] = {
    {"sammanfattning", "Sammanfattning", "Yttrandets sammanfattning."},
    {"sammanfattning-tjänsteskrivelse", "Sammanfattning i tjänsteskrivelsen",
     "Vad ärendet gäller och vad förvaltningen anser, i några meningar."},
    {"övergripande", "Övergripande synpunkter", "Det som gäller hela betänkandet."},
    {"tystnadsklausul", "Om delar som inte kommenteras",
     "Meningen om att tystnad inte är samtycke."},
    {"ärendet", "Ärendet", "Inledning till ärendebeskrivningen."},
    {"bakgrund", "Bakgrund", "Det som behövs för att förstå, utan avsnittsnummer."},
    {"förslagen", "Sammanfattning av förslagen", "Betänkandets förslag i korthet."},
    {"inställning", "Förvaltningens inställning", "Förvaltningens samlade ståndpunkt."},
    {"omdöme", "Om utredningen", "Ett omdöme om utredningen som sådan."},
    {"barnkonsekvenser", "Barnets bästa", "Vad förslagen betyder för barn och unga."},
    {"jämställdhet", "Jämställdhet", "Vad förslagen betyder för kvinnor och män."},
    {"ekonomi", "Ekonomiska konsekvenser", "Vad förslagen kostar, och vem som betalar."},
    {"finansieringsprincipen", "Finansieringsprincipen",
     "Om staten lägger uppgifter på kommunen utan att betala."},
    {"facklig-samverkan", "Facklig samverkan", "Hur samverkan har skett."},
    {"landsbygd", "Landsbygdssäkring", "Vad förslagen betyder i glesbygd."},
    {"ekologisk-hållbarhet", "Ekologisk hållbarhet", "Miljö och klimat."},
    {"social-hållbarhet", "Social hållbarhet", "Jämlikhet, delaktighet, hälsa."},
    {"styrdokument", "Styrdokument och juridik", "Mål, planer och lagar som berörs."},
};

const struct text_block *text_block_list(size_t *n) {
    *n = sizeof blocks / sizeof *blocks;
    return blocks;
}
