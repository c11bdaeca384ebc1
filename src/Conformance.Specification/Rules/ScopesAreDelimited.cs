using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The overview says what the integration covers and what it does not.</summary>
internal sealed class ScopesAreDelimited()
    : AdvisoryRule(
        "DOC-111",
        Severity.Warning,
        "The scope lists nothing",
        "What is neither in scope nor out of scope is expected by one side and not built by the other.",
        "list under overview.scope what is 'in' and what is 'out'"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Overview is not { } overview || overview.InScope.Concat(overview.OutOfScope).Any(IsSaid))
        {
            yield break;
        }

        yield return Finding(
            overview.InScope.Concat(overview.OutOfScope).FirstOrDefault()?.Location ?? Start(overview.Location),
            "the scope lists neither in-scope nor out-of-scope items",
            "overview: { scope: { in: [...], out: [...] } }"
        );
    }

    /// <summary>A template's [What this integration covers] says nothing.</summary>
    private static bool IsSaid(Located<string> item) =>
        !string.IsNullOrWhiteSpace(item.Value) && !(item.Value.StartsWith('[') && item.Value.EndsWith(']'));
}
