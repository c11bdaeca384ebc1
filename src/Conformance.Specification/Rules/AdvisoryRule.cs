using Conformance.Specification.Diagnostics;

namespace Conformance.Specification.Rules;

/// <summary>
/// A rule about what a specification leaves open or does against good practice. What it calls an error does not keep the
/// specification from being run: what is written can be judged all the same.
/// </summary>
internal abstract class AdvisoryRule(string id, Severity severity, string title, string rationale, string fix)
    : LintRule(new RuleDescription(id, severity, title, rationale, fix) { IsAdvisory = true });
