using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>A transition stays possible from where it was, and leads where it led.</summary>
internal sealed class TransitionsAreKept()
    : EvolutionRule(
        "EVO-109",
        "Transitions are kept",
        "A cancellation that is refused from a state that allowed it, or that ends in another state, breaks the process behind it."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair) =>
        pair
            .Kept.Where(o => o.Old.Resource is not null && o.New.Resource is not null)
            .SelectMany(o => Compare(o.Name, o.Old.Resource!, o.New.Resource!));

    private IEnumerable<Change> Compare(string name, ResourceRole old, ResourceRole now)
    {
        var subject = new Subject(name, old.Location, now.Location);
        foreach (var (field, values) in old.From)
        {
            var after = now.From.FirstOrDefault(f => f.Key == field).Value;
            if (after.IsDefault)
            {
                yield return Found(Impacts.OnProvider, subject, $"the transition is possible whatever {field} is");
                continue;
            }

            var (olds, news) = (
                values.Select(v => v.GetRawText()).ToHashSet(),
                after.Select(v => v.GetRawText()).ToHashSet()
            );
            if (olds.Except(news).ToArray() is { Length: > 0 } gone)
            {
                yield return Found(
                    Impacts.OnConsumers,
                    subject,
                    $"the transition is refused while {field} is {string.Join(" or ", gone)}"
                );
            }

            if (news.Except(olds).ToArray() is { Length: > 0 } added)
            {
                yield return Found(
                    Impacts.OnProvider,
                    subject,
                    $"the transition is possible while {field} is {string.Join(" or ", added)}"
                );
            }
        }

        foreach (var (field, _) in now.From.Where(f => old.From.All(o => o.Key != f.Key)))
        {
            yield return Found(Impacts.OnConsumers, subject, $"the transition depends on {field}");
        }

        foreach (
            var change in Agreement(subject, "what the transition sets", Sets(old), Sets(now))
                .Concat(Agreement(subject, "the error of a refused transition", old.ConflictError, now.ConflictError))
        )
        {
            yield return change;
        }
    }

    private static Located<string>? Sets(ResourceRole role) =>
        role.Sets.IsEmpty
            ? null
            : In(string.Join(", ", role.Sets.Select(s => $"{s.Key}: {s.Value.GetRawText()}")), role.Location);
}
