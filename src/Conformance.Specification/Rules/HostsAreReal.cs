using System.Text.RegularExpressions;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;

namespace Conformance.Specification.Rules;

/// <summary>Base URLs lead to hosts that exist.</summary>
internal sealed partial class HostsAreReal()
    : AdvisoryRule(
        "ENV-104",
        Severity.Info,
        "A base URL has a documentation domain",
        "RFC 2606 reserves example.com and its kin for documents: nothing answers there.",
        "write the real host"
    )
{
    public override IEnumerable<Diagnostic> Check(IntegrationSpecification specification) =>
        from environment in specification.Environments
        where environment.BaseUrl is not null
        where Uri.TryCreate(environment.BaseUrl!.Value, UriKind.Absolute, out var url) && Reserved().IsMatch(url.Host)
        select Finding(
            environment.BaseUrl!.Location,
            $"host of base_url {environment.BaseUrl} is a documentation domain",
            "a real host",
            environment.BaseUrl
        );

    [GeneratedRegex(@"(^|\.)(example(\.(com|net|org))?|test|invalid)$", Words.Options, Words.Timeout)]
    private static partial Regex Reserved();
}
