using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>Paths name the major version, and it is the one of the document.</summary>
internal sealed partial class PathsCarryTheVersion()
    : AdvisoryRule(
        "DOC-108",
        Severity.Error,
        "A path has no major version, or another one",
        "A breaking change needs a new URL beside the old one; without a version in it every client breaks on the same day.",
        "start the path with the major version, such as /api/v1/things"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification)
    {
        var declared = Major(specification.Info.Version);
        foreach (var path in specification.Endpoints.Select(e => e.Path).DistinctBy(p => p.Value))
        {
            var match = Version().Match(path.Value);
            if (!match.Success)
            {
                yield return Finding(
                    path.Location,
                    $"path '{path}' has no major version",
                    "a segment such as /v1",
                    path
                );
            }
            else if (declared is not null && match.Integer("major") != declared)
            {
                yield return Finding(
                    path.Location,
                    $"path '{path}' has version {match.Groups["major"].Value}, the document is {specification.Info.Version}",
                    $"v{declared}",
                    path,
                    "make path and info.version agree",
                    new RelatedLocation("the version of the document", specification.Info.Version!.Location)
                );
            }
        }
    }

    private static int? Major(Located<string>? version) =>
        version is not null && Number().Match(version.Value) is { Success: true } match ? match.Integer("major") : null;

    [GeneratedRegex(@"(^|/)v(?<major>\d{1,4})(\.\d+)*(/|$)", Words.Options, Words.Timeout)]
    private static partial Regex Version();

    [GeneratedRegex(@"^v?(?<major>\d{1,4})(\.|$)", Words.Options, Words.Timeout)]
    private static partial Regex Number();
}
