#include "core/quantity/noun_words.h"

namespace claimtrail {
namespace {

WordSet split(std::string_view words) {
  std::vector<std::string_view> list;
  while (!words.empty()) {
    const std::size_t blank = words.find(' ');
    if (blank != 0) list.push_back(words.substr(0, blank));
    words = blank == std::string_view::npos ? std::string_view{} : words.substr(blank + 1);
  }
  return WordSet(list);
}

}  // namespace

// clang-format off

const WordSet& person_nouns() {
  static const WordSet words = split(
      "person people persons man men woman women child children boy girl baby infant toddler kid teen "
      "teenager adult adolescent youth youngster elder pensioner senior troop troops soldier serviceman "
      "servicemen servicewoman servicewomen servicemember marine sailor airman airmen paratrooper "
      "reservist conscript recruit officer commander general colonel militant militiaman militiamen "
      "insurgent rebel terrorist extremist jihadist jihadi fighter gunman gunmen combatant mercenary "
      "guerrilla guard guardsman guardsmen bodyguard peacekeeper veteran personnel infantryman "
      "infantrymen sniper bomber attacker assailant shooter hostage captive prisoner inmate detainee "
      "convict suspect defendant criminal offender gangster thief robber burglar smuggler trafficker "
      "looter pirate hacker victim survivor casualty fatality death dead wounded injured missing killed "
      "hurt deceased martyr bystander witness patient doctor nurse medic paramedic surgeon physician "
      "dentist pharmacist midwife midwives caregiver carer rescuer firefighter fireman firemen "
      "responder policeman policemen policewoman policewomen police cop deputy sheriff agent detective "
      "investigator inspector trooper civilian citizen resident villager inhabitant townspeople local "
      "islander settler neighbor neighbour homeowner tenant migrant refugee immigrant emigrant asylum- "
      "seeker evacuee expatriate expat foreigner national native traveler traveller tourist visitor "
      "guest passenger commuter pedestrian cyclist motorist driver biker motorcyclist pilot skipper "
      "captain crewman crewmen crewmember astronaut cosmonaut worker employee staffer staff laborer "
      "labourer miner farmer fisherman fishermen engineer scientist researcher expert analyst economist "
      "teacher professor lecturer student pupil schoolchild schoolchildren schoolgirl schoolboy "
      "graduate undergraduate apprentice trainee intern volunteer activist protester protestor "
      "demonstrator marcher rioter striker campaigner organizer organiser supporter follower fan "
      "spectator attendee participant delegate member official lawmaker legislator senator congressman "
      "congressmen congresswoman congresswomen mp mps councillor councilor councilman minister "
      "politician candidate voter elector diplomat ambassador envoy president governor mayor leader "
      "dissident journalist reporter editor correspondent photographer cameraman cameramen writer "
      "author artist actor actress actresses musician singer dancer performer player athlete swimmer "
      "runner footballer golfer boxer wrestler coach referee lawyer attorney prosecutor judge juror "
      "priest bishop cleric imam monk nun pastor rabbi worshipper worshiper pilgrim believer muslim "
      "christian jew hindu catholic customer client consumer shopper buyer seller subscriber viewer "
      "listener reader user investor shareholder trader broker banker manager executive director ceo "
      "boss founder entrepreneur contractor subcontractor merchant vendor shopkeeper owner taxpayer "
      "borrower applicant claimant beneficiary recipient donor orphan widow parent mother father son "
      "daughter brother sister sibling grandchild grandchildren grandparent relative spouse wife wives "
      "husband couple friend colleague classmate peer hiker climber camper skier surfer diver hunter "
      "hero american briton brit german french israeli iraqi pakistani afghan turk kurd arab dane finn "
      "spaniard greek czech slovak serb croat saudi yemeni bangladeshi thai filipino cuban uzbek tajik "
      "kazakh chechen houthi uyghur rohingya chinese japanese portuguese vietnamese lebanese sudanese "
      "dutch swiss irish english welsh specialist technician mechanic electrician carpenter builder "
      "chef cook waiter waitress cleaner caretaker janitor guardian clerk secretary assistant aide "
      "adviser advisor consultant counselor therapist psychologist historian librarian programmer "
      "developer designer architect human soul individual adherent gunner instructor operative operator "
      "backer opponent rival heir descendant minor newborn newcomer defector deserter escapee fugitive "
      "perpetrator abuser accomplice plaintiff signatory respondent colleagues partygoer concertgoer "
      "churchgoer mourner reveler reveller holidaymaker vacationer beachgoer schoolkid seafarer "
      "stowaway castaway hostage-taker");
  return words;
}

const WordSet& people_groups() {
  static const WordSet words = split(
      "workforce army force crowd garrison contingent crew audience congregation membership delegation "
      "staff brigade battalion corps population electorate payroll throng rally");
  return words;
}

const WordSet& irregular_plurals() {
  static const WordSet words = split(
      "people men women children troops police personnel staff dead wounded injured missing killed hurt "
      "servicemen servicewomen policemen policewomen firemen fishermen gunmen militiamen airmen crewmen "
      "congressmen congresswomen cameramen guardsmen infantrymen schoolchildren grandchildren "
      "townspeople wives midwives mps aircraft spacecraft hovercraft cattle sheep deer fish salmon "
      "livestock poultry swine horse feet teeth geese mice lice oxen species series criteria phenomena "
      "data media bacteria leaves knives lives wolves calves shelves crew clergy infantry cavalry youth "
      "passersby offspring ships headquarters works barracks crossroads chinese japanese vietnamese "
      "portuguese lebanese sudanese rohingya stadia fungi");
  return words;
}

const WordSet& no_plurals() {
  static const WordSet words = split(
      "this was has is as its his does goes us yes thus plus minus versus less across always perhaps "
      "towards besides news afterwards overseas sometimes gas bus basis crisis analysis campus status "
      "virus census says ours theirs hers yours whereas sars alas nowadays upwards downwards backwards "
      "forwards indoors outdoors upstairs downstairs texas kansas arkansas paris hamas laos politics "
      "economics athletics gymnastics christmas mars james cannabis coronavirus bias canvas atlas "
      "corpus bonus chorus focus genius radius surplus consensus congress business access process "
      "progress success loss class mass cross press dress glass unless doubtless nevertheless "
      "nonetheless means regardless makes takes comes gets gives wants keeps remains includes becomes "
      "seems appears begins");
  return words;
}

const WordSet& stop_words() {
  static const WordSet words = split(
      "a an the this that these those my your his her its our their i you he she it we they me him us "
      "them himself herself itself themselves who whom whose which what when where why how whether if "
      "of in on at by for from to with without within into onto over under above below about around "
      "after before since until till during through throughout between among amongst against across "
      "along behind beside besides beyond near off out outside inside past per up down upon toward "
      "towards via versus vs vs. as than like unlike despite except including excluding following amid "
      "and or but nor so yet because although though while whereas unless once is are was were be been "
      "being am has have had having do does did done will would shall should can could may might must "
      "not n't no said say says saying told also then there here now ago later earlier today yesterday "
      "tomorrow tonight apiece each every all both either neither some any more most less fewer few "
      "many much several too very just only even still already again away back together alone apart "
      "ahead left remain remained remains went go goes going came come comes coming got get gets took "
      "take takes made make makes making gave give gives used use put live lived died dies die dying "
      "fled flee fell fall rose rise grew grow became become began begin ran run held hold kept keep "
      "lost lose won win met meet sat stood stand marched gathered attended voted backed burned burnt "
      "signed joined arrived escaped survived worked work walked tried thought think knew know saw see "
      "seen according due such same that's there's 's 're 've 'll 'd 'm january february april june "
      "july august september october november december monday tuesday wednesday thursday friday "
      "saturday sunday higher lower wide long deep tall high thick old worth instead east west however "
      "meanwhile almost nearly roughly approximately killing wounding injuring leaving involving "
      "representing covering using causing reported");
  return words;
}
// clang-format on

}  // namespace claimtrail
