using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Authentication;

/// <summary>Credentials travel in the header or parameter they travelled in.</summary>
internal sealed class CredentialsTravelAsBefore()
    : EvolutionRule(
        "EVO-402",
        "Credentials travel as before",
        "A token in the old header, or after the old scheme, is not seen: every request is refused."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        if (pair.Old.Authentication is not { } old || pair.New.Authentication is not { } now)
        {
            return [];
        }

        var subject = new Subject("authentication", old.Location, now.Location);
        return
        [
            .. Agreement(subject, "the header with the credential", Lower(old.HeaderName), Lower(now.HeaderName)),
            .. Agreement(
                subject,
                "how the credential is written",
                Shape(old.HeaderTemplate),
                Shape(now.HeaderTemplate)
            ),
            .. Agreement(subject, "the query parameter with the credential", old.QueryParameter, now.QueryParameter),
        ];
    }

    private static Located<string>? Lower(Located<string>? name) =>
        name is null ? null : name with { Value = name.Value.ToLowerInvariant() };

    /// <summary>The name of the placeholder is a matter of configuration.</summary>
    private static Located<string>? Shape(Located<string>? template) =>
        template is null ? null : template with { Value = SpecificationPair.Shape(template.Value) };
}
