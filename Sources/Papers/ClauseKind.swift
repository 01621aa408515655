/// What a clause of an agreement is about: the kinds of term that decide, date or report something.
///
/// The raw values are the names used in files, in `agreement import --json` and on screen.
package enum ClauseKind: String, CaseIterable, Sendable {
    case definition
    case exclusions
    case noThirdPartyDisclosure = "no_third_party_disclosure"
    case permittedRecipients = "permitted_recipients"
    case purposeLimitation = "purpose_limitation"
    case compelledDisclosure = "compelled_disclosure"
    case secrecyOfRelationship = "secrecy_of_relationship"
    case noPublicity = "no_publicity"
    case noSubcontracting = "no_subcontracting"
    case flowDown = "flow_down"
    case aiUseApproval = "ai_use_approval"
    case aiInputBan = "ai_input_ban"
    case aiConditionalPermission = "ai_conditional_permission"
    case aiNoTraining = "ai_no_training"
    case aiNoRetention = "ai_no_retention"
    case aiToolList = "ai_tool_list"
    case aiUseRecords = "ai_use_records"
    case aiOutputRules = "ai_output_rules"
    case dataResidency = "data_residency"
    case crossBorderTransfer = "cross_border_transfer"
    case jurisdictionExclusion = "jurisdiction_exclusion"
    case subprocessorApproval = "subprocessor_approval"
    case dpaRequired = "dpa_required"
    case baaRequired = "baa_required"
    case personalDataLimits = "personal_data_limits"
    case deidentification
    case dataSubjectRequests = "data_subject_requests"
    case copyLimits = "copy_limits"
    case standardOfCare = "standard_of_care"
    case securityMeasures = "security_measures"
    case breachNotice = "breach_notice"
    case auditRecords = "audit_records"
    case agreementTerm = "agreement_term"
    case terminationNotice = "termination_notice"
    case survival
    case returnOrDestroy = "return_or_destroy"
    case retainedCopies = "retained_copies"
    case governingLaw = "governing_law"
    case amendmentForm = "amendment_form"
    case precedence
    case dateRules = "date_rules"
    case noReverseEngineering = "no_reverse_engineering"
    case residuals
    case independentDevelopment = "independent_development"
    case noLicense = "no_license"
    case preserveNotices = "preserve_notices"
    case exportControl = "export_control"
    case nonSolicit = "non_solicit"
}
