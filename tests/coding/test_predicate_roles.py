"""Who did it to whom, by the frames of many predicates: active, passive and nominal sentences in one table."""

from collections.abc import Callable

import pytest

from dateline.model.claim import Claim
from dateline.model.party import Party

# sentence | a word of the trigger | actors | targets; "-" is none, "*" is not looked at
TABLE = """
Rebels ambushed an army patrol. | ambushed | Rebels | patrol
An army patrol was ambushed by rebels. | ambushed | rebels | patrol
The rebels' ambush of the patrol lasted an hour. | ambush | rebels | patrol
Jets strafed the convoy. | strafed | ets | convoy
The convoy was strafed by government jets. | strafed | ets | convoy
Gunners shelled the market. | shelled | Gunners | market
The market was shelled by the army. | shelled | army | market
Army shelling of the market went on. | shelling | Army | market
Militants fired rockets at the airport. | fired | Militants | airport
Rockets were fired at the airport by militants. | fired | militants | airport
Guerrillas dynamited the bridge. | dynamited | Guerrillas | bridge
The bridge was dynamited by guerrillas. | dynamited | guerrillas | bridge
Soldiers machinegunned the crowd. | machinegunned | Soldiers | crowd
A gunman shot two policemen. | shot | gunman | policemen
Two policemen were shot by a gunman. | shot | gunman | policemen
Police opened fire on the marchers. | opened fire | Police | marchers
The garrison came under fire from insurgents. | came under fire | insurgents | garrison
Rebels and soldiers exchanged fire. | exchanged fire | Rebels, soldiers | -
Troops clashed with separatists. | clashed | Troops, separatists | -
Clashes between troops and separatists went on. | Clashes | troops, separatists | -
Tribesmen beat back the attackers. | beat back | Tribesmen | attackers
The attackers were repelled by tribesmen. | repelled | tribesmen | attackers
Militants beheaded a hostage. | beheaded | Militants | hostage
A hostage was beheaded by militants. | beheaded | militants | hostage
The militants' beheading of the hostage was filmed. | beheading | militants | hostage
Guards tortured the prisoner. | tortured | Guards | prisoner
The prisoner was tortured by guards. | tortured | guards | prisoner
Soldiers beat a reporter with rifle butts. | beat | Soldiers | reporter
A reporter was beaten by soldiers. | beaten | soldiers | reporter
Militiamen raped two nurses. | raped | Militiamen | nurses
Two nurses were raped by militiamen. | raped | militiamen | nurses
Gunmen kidnapped a priest. | kidnapped | Gunmen | priest
A priest was kidnapped by gunmen. | kidnapped | gunmen | priest
The kidnapping of the priest by gunmen shocked the town. | kidnapping | gunmen | priest
Pirates hijacked a tanker. | hijacked | Pirates | tanker
A tanker was hijacked by pirates. | hijacked | pirates | tanker
Bandits held six engineers for ransom. | held | Bandits | engineers
Five policemen were taken hostage by rebels. | taken hostage | rebels | policemen
A mob lynched a suspect. | lynched | mob | suspect
A suspect was lynched by a mob. | lynched | mob | suspect
Troops massacred villagers. | massacred | Troops | villagers
The massacre of villagers by troops began at dawn. | massacre | troops | villagers
Assassins murdered the governor. | murdered | Assassins | governor
The governor was murdered by assassins. | murdered | assassins | governor
The governor's murder stunned the country. | murder | - | governor
Raiders burned down a school. | burned down | Raiders | school
A school was burned down by raiders. | burned down | raiders | school
Militants set fire to a church. | set fire | Militants | church
Saboteurs blew up a pipeline. | blew up | Saboteurs | pipeline
A pipeline was blown up by saboteurs. | blown up | saboteurs | pipeline
Police teargassed the students. | teargassed | Police | students
Police fired tear gas at the students. | fired tear gas | Police | students
Insurgents captured the town. | captured | Insurgents | town
The town was captured by insurgents. | captured | insurgents | town
The insurgents' capture of the town surprised the army. | capture | insurgents | town
The town fell to the insurgents. | fell to | insurgents | town
The army retook the town. | retook | army | town
Rebels took control of the barracks. | took control | Rebels | barracks
The army besieged the city. | besieged | army | city
The city was besieged by the army. | besieged | army | city
The army's siege of the city went on. | siege | army | city
The navy blockaded the port. | blockaded | navy | port
Police arrested nine activists. | arrested | Police | activists
Nine activists were arrested by police. | arrested | police | activists
The arrest of nine activists by police drew protests. | arrest | police | activists
Soldiers searched the house of a lawyer. | searched | Soldiers | -
The authorities deported 40 migrants. | deported | authorities | migrants
Forty migrants were deported by the authorities. | deported | authorities | migrants
The deportation of migrants by the authorities began. | deportation | authorities | migrants
Police evicted 20 families. | evicted | Police | families
Mobs looted the warehouse. | looted | Mobs | warehouse
The warehouse was looted by mobs. | looted | mobs | warehouse
Bandits robbed the traders. | robbed | Bandits | traders
The junta closed the newspaper. | closed | junta | newspaper
The newspaper was closed by the junta. | closed | junta | newspaper
The governor imposed a curfew on the city. | imposed | governor | city
A curfew was imposed on the city by the governor. | imposed | governor | city
Villagers fled the fighting. | fled | - | Villagers
Militiamen drove the villagers from their homes. | drove | Militiamen | villagers
The villagers were driven from their homes by militiamen. | driven | militiamen | villagers
Soldiers fled the town. | fled | Soldiers | *
Troops withdrew from the valley. | withdrew | Troops | -
The withdrawal of the troops began. | withdrawal | troops | -
Rebels surrendered to the army. | surrendered | Rebels | army
The surrender of the rebels ended the siege. | surrender | rebels | -
The rebels handed over their weapons to the army. | handed over | rebels | army
The rebels freed the hostages. | freed | rebels | hostages
The hostages were freed by the rebels. | freed | rebels | hostages
The release of the hostages by the rebels came at noon. | release | rebels | hostages
The government and the rebels exchanged prisoners. | exchanged | government, rebels | -
Colonels defected to the rebels. | defected | Colonels | rebels
The minister resigned. | resigned | minister | -
The general sent troops to the border. | sent | general | -
Troops were deployed to the border. | deployed | Troops | -
The army mobilised reservists. | mobilised | army | -
Russia expelled two diplomats. | expelled | Russia | diplomats
Two diplomats were expelled by Russia. | expelled | Russia | diplomats
The expulsion of two diplomats by Russia was no surprise. | expulsion | Russia | diplomats
The council imposed sanctions on the regime. | imposed | council | regime
Sanctions were imposed on the regime by the council. | imposed | council | regime
A court convicted the general. | convicted | court | general
The general was convicted by a court. | convicted | court | general
France condemned the rebels. | condemned | France | rebels
The rebels were condemned by France. | condemned | France | rebels
France's condemnation of the rebels was swift. | condemnation | France | rebels
Afghanistan accused the insurgents of murder. | accused | Afghanistan | insurgents
The insurgents were accused of murder by Afghanistan. | accused | Afghanistan | insurgents
Afghanistan blamed the insurgents for the blast. | blamed | Afghanistan | insurgents
Prosecutors charged the officer with murder. | charged | Prosecutors | officer
The officer was charged by prosecutors with murder. | charged | prosecutors | officer
Police questioned the suspect. | questioned | Police | suspect
The envoy met the rebels. | met | envoy, rebels | -
The foreign minister visited Tehran. | visited | minister | -
The president telephoned the prime minister. | telephoned | president | prime minister
The bishop mediated between the government and the rebels. | mediated | bishop | -
The two armies held joint exercises. | held joint exercises | armies | -
France extradited the suspect to Spain. | extradited | France | suspect
Japan praised the government. | praised | Japan | government
The government was praised by Japan. | praised | Japan | government
Spain recognised the republic. | recognised | Spain | *
The union rejected the demand of the government. | rejected | union | -
Russia vetoed the resolution. | vetoed | Russia | -
The envoy urged the rebels to disarm. | urged | envoy | rebels
The rebels were urged by the envoy to disarm. | urged | envoy | rebels
The pope appealed to the kidnappers for mercy. | appealed | pope | kidnappers
The general ordered the rebels to surrender. | ordered | general | rebels
The rebels threatened the mayor. | threatened | rebels | mayor
The mayor was threatened by the rebels. | threatened | rebels | mayor
The army warned the rebels of war. | warned | army | rebels
The agency delivered food to the refugees. | delivered | agency | refugees
Food was delivered to the refugees by the agency. | delivered | agency | refugees
Canada granted asylum to the family. | granted asylum | Canada | family
Commandos rescued the hostages. | rescued | Commandos | hostages
The hostages were rescued by commandos. | rescued | commandos | hostages
Students protested against the government. | protested | Students | government
Workers went on strike. | went on strike | Workers | -
Farmers blocked the road. | blocked | Farmers | -
Prisoners rioted. | rioted | Prisoners | -
The opposition boycotted the vote. | boycotted | opposition | -
The president pardoned the rebels. | pardoned | president | rebels
The rebels were pardoned by the president. | pardoned | president | rebels
The army apologised to the families for the attack. | apologised | army | families
A suicide bomber attacked a checkpoint. | attacked | bomber | checkpoint
A drone attack by rebels hit the refinery. | attack | rebels | -
Hackers attacked the electricity grid. | attacked | Hackers | *
Sappers defused a bomb. | defused | Sappers | -
Fighters overran an outpost. | overran | Fighters | outpost
An outpost was overrun by fighters. | overrun | fighters | outpost
Raiders stole 300 cattle from herders. | stole | Raiders | *
"""


def _fits(parties: tuple[Party, ...], wanted: str) -> bool:
    if wanted == "-":
        return not parties
    return wanted == "*" or all(any(word in party.text for party in parties) for word in wanted.split(", "))


@pytest.mark.parametrize("row", TABLE.strip().splitlines())
def test_roles(claims_of: Callable[..., list[Claim]], row: str) -> None:
    sentence, word, actors, targets = row.split(" | ")
    claims = [claim for claim in claims_of(sentence) if word.split()[0].lower() in claim.trigger.text.lower().split()]
    told = [([party.text for party in claim.actors], [party.text for party in claim.targets]) for claim in claims]
    assert any(_fits(claim.actors, actors) and _fits(claim.targets, targets) for claim in claims), told
