#include "sources/page/wall_phrases.h"

#include <algorithm>
#include <array>

namespace claimtrail {
namespace {

constexpr std::string_view human_phrases[] = {
    // English
    "verify you are human", "verify that you are human", "verifying you are human",
    "verify you're not a robot", "you are not a robot", "you're not a robot", "i'm not a robot",
    "confirm you are a human", "unusual traffic from your",
    "enable javascript and cookies to continue", "checking your browser before",
    "needs to review the security of your connection", "performance & security by cloudflare",
    "ddos protection by", "automated access to", "your request has been blocked",
    "you have been blocked", "complete the captcha", "security service to protect itself",
    // German
    "dass sie ein mensch sind", "dass du ein mensch bist", "ich bin kein roboter",
    "dass sie kein roboter sind", "ihr browser wird überprüft", "ungewöhnlichen datenverkehr",
    // French
    "que vous êtes humain", "que vous êtes un humain", "je ne suis pas un robot",
    "que vous n'êtes pas un robot", "activez javascript et les cookies pour continuer",
    "trafic inhabituel",
    // Spanish
    "que eres humano", "que es humano", "que eres un humano", "que es usted humano",
    "no soy un robot", "que no eres un robot", "tráfico inusual",
    // Italian
    "verifica di essere umano", "che sei umano", "non sono un robot", "traffico insolito",
    // Portuguese
    "que você é humano", "se você é humano", "que é humano", "não sou um robô", "não sou um robot",
    "tráfego incomum",
    // Dutch
    "dat u een mens bent", "dat je een mens bent", "ik ben geen robot",
    // Scandinavian languages
    "att du är människa", "jag är inte en robot", "at du er et menneske", "jeg er ikke en robot",
    // Polish
    "że jesteś człowiekiem", "nie jestem robotem", "nietypowy ruch",
    // Russian
    "я не робот", "что вы не робот", "что вы человек", "а не робот", "подозрительный трафик",
    // Ukrainian
    "що ви людина", "що ви не робот", "незвичний трафік",
    // Turkish
    "insan olduğunuzu doğrulayın", "robot değilim",
    // Arabic
    "لست برنامج روبوت", "أنك لست روبوت", "أنك إنسان",
    // Chinese, Japanese, Korean
    "我不是机器人", "您是真人", "我不是機器人", "ロボットではありません", "人間であることを確認",
    "로봇이 아닙니다", "사람인지 확인"};

constexpr std::string_view login_phrases[] = {
    // English
    "log in to continue", "log in to read", "login to continue", "sign in to continue",
    "sign in to read", "please log in", "please sign in", "subscribe to continue",
    "subscribe to read", "to continue reading", "only for subscribers", "subscribers only",
    "create a free account",
    // German
    "um weiterzulesen", "melden sie sich an, um", "anmelden und weiterlesen", "nur für abonnent",
    // French
    "réservé aux abonnés", "réservée aux abonnés", "connectez-vous pour", "pour lire la suite",
    "abonnez-vous pour lire",
    // Spanish
    "inicia sesión para", "inicie sesión para", "para suscriptores", "para seguir leyendo",
    // Italian
    "accedi per continuare", "riservato agli abbonati", "per continuare a leggere",
    // Portuguese
    "para assinantes", "faça login para", "para continuar lendo", "para continuar a ler",
    // Dutch
    "log in om verder te lezen", "alleen voor abonnees", "om verder te lezen",
    // Scandinavian languages
    "logga in för att", "log ind for at", "logg inn for å",
    // Polish
    "zaloguj się, aby", "dla subskrybentów", "aby czytać dalej",
    // Russian, Ukrainian
    "войдите, чтобы", "только для подписчиков", "увійдіть, щоб", "лише для передплатників",
    // Turkish
    "okumaya devam etmek için", "abonelere özel"};

/// Beside a word for cookies.
constexpr std::string_view consent_phrases[] = {
    // English
    "our partners", "accept all", "reject all", "your privacy", "you consent",
    // German
    "unsere partner", "drittanbieter", "zustimmung", "akzeptieren", "einwilligung",
    // French
    "partenaires", "tout accepter", "accepter et continuer", "votre consentement", "vie privée",
    // Spanish
    "nuestros socios", "aceptar", "consentimiento", "su privacidad", "tu privacidad",
    // Italian
    "nostri partner", "accetta", "il tuo consenso",
    // Portuguese
    "nossos parceiros", "os nossos parceiros", "aceitar",
    // Dutch
    "onze partners", "accepteren", "toestemming",
    // Scandinavian languages
    "våra partner", "vores partnere", "våre partnere", "godkänn", "samtykke", "acceptera",
    // Polish
    "partnerzy", "akceptuję", "zgody", "zgodę",
    // Russian, Ukrainian
    "партнеры", "партнёры", "принять", "согласие", "партнери", "прийняти", "згоду",
    // Turkish
    "ortaklarımız", "kabul et"};

constexpr std::string_view cookie_words[] = {"cookie", "куки", "クッキー"};

template <std::size_t size>
bool says_any(std::string_view text, const std::string_view (&table)[size]) {
  return std::any_of(std::begin(table), std::end(table), [&](std::string_view phrase) {
    return text.find(phrase) != std::string_view::npos;
  });
}

}  // namespace

bool asks_for_a_human(std::string_view text) { return says_any(text, human_phrases); }

bool asks_to_log_in(std::string_view text) { return says_any(text, login_phrases); }

bool asks_for_consent(std::string_view text) {
  return says_any(text, cookie_words) && says_any(text, consent_phrases);
}

}  // namespace claimtrail
