using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Environments;

/// <summary>The provider answers as fast as it promised.</summary>
internal sealed class ResponseTimesAreKept()
    : EvolutionRule("EVO-906", "Response times are kept", "Timeouts of consumers are set by what they were promised.")
{
    public override IEnumerable<Change> Compare(SpecificationPair pair)
    {
        foreach (var (old, now, subject) in EnvironmentPairs.Levels(pair))
        {
            var olds = old?.ResponseTimes ?? [];
            var news = now?.ResponseTimes ?? [];
            foreach (var percentile in olds.Concat(news).Select(t => t.Key).Distinct().Order())
            {
                foreach (
                    var change in Promise(
                        subject,
                        $"the response time p{Phrase.Of(percentile)}",
                        olds.FirstOrDefault(t => t.Key == percentile).Value,
                        news.FirstOrDefault(t => t.Key == percentile).Value,
                        (before, after) => before.CompareTo(after)
                    )
                )
                {
                    yield return change;
                }
            }
        }
    }
}
