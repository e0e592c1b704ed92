"""Claims: rules over the parse, kind by kind. Each rule explains itself (see ``rules_by_name``)."""

from onrecord.claims.accords import claim_accord
from onrecord.claims.agreements import claim_agreement
from onrecord.claims.aid_flows import claim_aid_flow, claim_carried
from onrecord.claims.aid_lists import claim_aid_part
from onrecord.claims.aid_rows import claim_aid_row
from onrecord.claims.aid_sums import claim_aid_total
from onrecord.claims.assistance import claim_assistance
from onrecord.claims.attacks import claim_attack, claim_operation, claim_targeted
from onrecord.claims.building import Draft, rules_by_name
from onrecord.claims.casualties import claim_casualties
from onrecord.claims.force_answers import claim_force_answer
from onrecord.claims.force_bound import claim_forces_bound, claim_forces_following, claim_forces_heading, claim_forces_out
from onrecord.claims.force_items import claim_force_item
from onrecord.claims.force_makeup import claim_force_makeup
from onrecord.claims.force_motion import claim_force_motion
from onrecord.claims.force_refusals import claim_force_refused
from onrecord.claims.force_reliefs import claim_force_relief
from onrecord.claims.force_sizes import claim_force_size
from onrecord.claims.force_stays import claim_force_stay
from onrecord.claims.forces import claim_force_change
from onrecord.claims.headline_moves import claim_headline_move
from onrecord.claims.holdings import claim_holding
from onrecord.claims.level_asides import claim_force_aside
from onrecord.claims.levels import claim_force_level, claim_total
from onrecord.claims.mandates import claim_mandate
from onrecord.claims.meetings import claim_meeting
from onrecord.claims.menaces import claim_menace
from onrecord.claims.organizations import claim_organization
from onrecord.claims.packages import claim_budget, claim_package, claim_package_item
from onrecord.claims.pact_clauses import claim_pact_breach, claim_pact_deed
from onrecord.claims.roles import claim_role
from onrecord.claims.sanctions import claim_sanction
from onrecord.claims.site_goods import claim_left_goods
from onrecord.claims.site_items import claim_site_item
from onrecord.claims.site_losses import claim_site_loss
from onrecord.claims.site_states import claim_site_state
from onrecord.claims.sites import claim_site
from onrecord.claims.statements import claim_statement
from onrecord.claims.territory import claim_territory
from onrecord.claims.threats import claim_threat
from onrecord.claims.training import claim_trained
from onrecord.claims.truces import claim_suspension, claim_truce

RULES = (
    claim_force_change,
    claim_force_answer,
    claim_force_motion,
    claim_force_makeup,
    claim_forces_out,
    claim_forces_bound,
    claim_forces_following,
    claim_forces_heading,
    claim_force_relief,
    claim_force_refused,
    claim_force_stay,
    claim_force_size,
    claim_force_level,
    claim_force_aside,
    claim_total,
    claim_force_item,
    claim_site,
    claim_site_item,
    claim_site_state,
    claim_site_loss,
    claim_left_goods,
    claim_assistance,
    claim_trained,
    claim_aid_flow,
    claim_carried,
    claim_package,
    claim_package_item,
    claim_aid_total,
    claim_aid_part,
    claim_aid_row,
    claim_budget,
    claim_agreement,
    claim_suspension,
    claim_truce,
    claim_pact_deed,
    claim_pact_breach,
    claim_accord,
    claim_mandate,
    claim_threat,
    claim_menace,
    claim_attack,
    claim_operation,
    claim_targeted,
    claim_casualties,
    claim_role,
    claim_organization,
    claim_holding,
    claim_territory,
    claim_sanction,
    claim_meeting,
)

SAYING = (claim_statement,)
"""Rules that need no more than who says what."""

OF_REPORTS = (claim_headline_move,)
"""Rules that look at all sentences of a report at once, and at what the others claim."""

__all__ = ["OF_REPORTS", "RULES", "SAYING", "Draft", "rules_by_name"]
