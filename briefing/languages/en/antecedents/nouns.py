"""Nouns for people, groups and things that pronouns take up."""

KIN: frozenset[str] = frozenset("""
man woman boy girl father mother son daughter wife husband brother sister friend colleague child
baby parent uncle aunt
cousin nephew niece grandfather grandmother partner girlfriend boyfriend widow
""".split())  # fmt: skip

PEOPLE: frozenset[str] = frozenset("""
teacher doctor driver victim suspect someone somebody user person individual lawyer officer witness
soldier reporter
judge professor student infant foetus patient employee worker passenger prisoner detainee poster
teenager gunman
attacker bomber protester pupil customer resident fan player survivor detective guard nurse owner
neighbour neighbor
""".split())  # fmt: skip

GROUPS: frozenset[str] = frozenset("""
team police government company group party band crew family staff public army military press media
couple crowd
committee council board jury union club firm ministry administration leadership cabinet parliament
organization
organisation community side pair duo trio majority minority generation population opposition
""".split())  # fmt: skip
"""Singular nouns that "they" may take up."""

TIMES: frozenset[str] = frozenset("""
week month year morning afternoon evening night weekend time day days spring summer autumn fall
winter century decade
monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september
october november december season term quarter point moment
""".split())  # fmt: skip

EVENTS: frozenset[str] = frozenset("""
move decision announcement deal agreement plan proposal incident attack visit trip meeting tour
call step measure
statement comments remarks ruling verdict vote result outcome change process initiative accord
arrangement talks
negotiations strike strikes operation offer bill law document report letter questionnaire
""".split())  # fmt: skip
"""Nouns that stand for something told before when "the" precedes them and nothing follows that
defines them."""

HOLDERS: frozenset[str] = frozenset("""
newspaper daily paper outlet agency magazine website broadcaster source sources company firm
automaker carmaker minister
president spokesman spokeswoman spokesperson official officials expert analyst author report group
organization
organisation body party ministry delegation convoy chairman director general leader bank airline
manufacturer
""".split())  # fmt: skip
"""Nouns for speakers and actors that "the" alone does not identify."""
