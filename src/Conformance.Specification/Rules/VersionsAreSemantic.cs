using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Rules;

/// <summary>The version of the document is a semantic version.</summary>
internal sealed partial class VersionsAreSemantic()
    : LintRule(
        "DOC-104",
        Severity.Error,
        "The version is not semantic",
        "Whether a change breaks clients is told by the major version.",
        "write MAJOR.MINOR.PATCH in quotes, for example \"1.0.0\""
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        if (specification.Info.Version is { } version && !SemVer().IsMatch(version))
        {
            yield return Finding(version.Location, $"'info.version' is not SemVer: '{version}'", "\"1.0.0\"", version);
        }
    }

    [GeneratedRegex(
        @"^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$",
        RegexOptions.ExplicitCapture,
        10_000
    )]
    private static partial Regex SemVer();
}
