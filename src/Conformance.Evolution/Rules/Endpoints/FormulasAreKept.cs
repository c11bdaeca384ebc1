using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Endpoints;

/// <summary>Computed fields are computed as before.</summary>
internal sealed class FormulasAreKept()
    : EvolutionRule(
        "EVO-110",
        "Formulas are kept",
        "A total that is computed otherwise does not add up with what consumers compute themselves."
    )
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var operation in pair.Kept)
        {
            var olds = operation.Old.Resource?.Computed ?? [];
            var news = operation.New.Resource?.Computed ?? [];
            foreach (var field in olds.Concat(news).Select(c => c.Key).Distinct())
            {
                foreach (
                    var change in Promise(
                        operation.Subject,
                        $"the formula of {field}",
                        olds.FirstOrDefault(c => c.Key == field).Value,
                        news.FirstOrDefault(c => c.Key == field).Value
                    )
                )
                {
                    yield return change;
                }
            }
        }
    }
}
