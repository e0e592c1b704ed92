"""Claims: rules over the parse, kind by kind. Each rule explains itself (see ``rules_by_name``)."""

from onrecord.claims.agreements import claim_agreement, claim_suspension
from onrecord.claims.assistance import claim_assistance, claim_budget, claim_package
from onrecord.claims.attacks import claim_attack, claim_operation, claim_targeted
from onrecord.claims.building import Draft, rules_by_name
from onrecord.claims.casualties import claim_casualties
from onrecord.claims.forces import claim_force_change, claim_forces_out
from onrecord.claims.levels import claim_force_level, claim_total
from onrecord.claims.meetings import claim_meeting
from onrecord.claims.organizations import claim_organization
from onrecord.claims.roles import claim_role
from onrecord.claims.sanctions import claim_sanction
from onrecord.claims.site_items import claim_site_item
from onrecord.claims.site_states import claim_site_state
from onrecord.claims.sites import claim_site
from onrecord.claims.territory import claim_territory
from onrecord.claims.threats import claim_threat

RULES = (
    claim_force_change,
    claim_forces_out,
    claim_force_level,
    claim_total,
    claim_site,
    claim_site_item,
    claim_site_state,
    claim_assistance,
    claim_package,
    claim_budget,
    claim_agreement,
    claim_suspension,
    claim_threat,
    claim_attack,
    claim_operation,
    claim_targeted,
    claim_casualties,
    claim_role,
    claim_organization,
    claim_territory,
    claim_sanction,
    claim_meeting,
)

__all__ = ["RULES", "Draft", "rules_by_name"]
