using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>Nothing of the template is left in the head of the document.</summary>
internal sealed class PlaceholdersAreFilled()
    : LintRule(
        "DOC-105",
        Severity.Warning,
        "A placeholder of the template is left",
        "A document with [Date] and [Names] was never finished.",
        "write the real value"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        var info = specification.Info;
        var overview = specification.Overview;
        return new[]
        {
            info.Title,
            info.Version,
            info.LastUpdated,
            info.Status,
            info.Consumer,
            info.Provider,
            overview?.Purpose,
        }
            .Concat(info.Authors)
            .Concat(overview?.InScope ?? [])
            .Concat(overview?.OutOfScope ?? [])
            .OfType<Located<string>>()
            .Where(text => text.Value.Contains('[') && text.Value.IndexOf(']') > text.Value.IndexOf('['))
            .Select(text => Finding(text.Location, $"placeholder '{text.Value}' left in {text.Location.Path}"));
    }
}
