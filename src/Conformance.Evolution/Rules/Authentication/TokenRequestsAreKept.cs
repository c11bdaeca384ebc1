using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Authentication;

/// <summary>Tokens are requested as before.</summary>
internal sealed class TokenRequestsAreKept()
    : EvolutionRule("EVO-403", "Token requests are kept", "A consumer that gets no token gets nothing at all.")
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        if (
            pair.Old.Authentication?.TokenEndpoint is not { } old
            || pair.New.Authentication?.TokenEndpoint is not { } now
        )
        {
            return [];
        }

        var subject = new Subject("token endpoint", old.Location, now.Location);
        return
        [
            .. Agreement(subject, "the URL", old.Url, now.Url),
            .. Agreement(subject, "the method", old.Method, now.Method),
            .. Agreement(subject, "the media type", old.ContentType, now.ContentType),
            .. Agreement(
                subject,
                "the place of id and secret",
                In(old.ClientAuthentication, old.Location),
                In(now.ClientAuthentication, now.Location)
            ),
            .. Parameters(subject, old, now),
        ];
    }

    private IEnumerable<Change> Parameters(Subject subject, TokenEndpoint old, TokenEndpoint now) =>
        old
            .Parameters.Concat(now.Parameters)
            .Select(p => p.Key)
            .Distinct()
            .SelectMany(name =>
                Demand(
                    subject,
                    $"the parameter {name}",
                    Shape(old.Parameters.FirstOrDefault(p => p.Key == name).Value),
                    Shape(now.Parameters.FirstOrDefault(p => p.Key == name).Value)
                )
            );

    private static Located<string>? Shape(Located<string>? value) =>
        value is null ? null : value with { Value = SpecificationPair.Shape(value.Value) };
}
