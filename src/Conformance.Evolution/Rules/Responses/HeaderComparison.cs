using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Responses;

/// <summary>A difference between the headers of two answers.</summary>
/// <param name="Impacts">What it means.</param>
/// <param name="Subject">The header.</param>
/// <param name="Message">What it is.</param>
internal sealed record HeaderComparison(Impacts Impacts, Subject Subject, string Message)
{
    public static IEnumerable<HeaderComparison> Of(
        IEnumerable<ResponseHeader> olds,
        IEnumerable<ResponseHeader> news,
        Subject owner
    )
    {
        foreach (var (old, now) in Matching.By(olds, news, h => h.Name.Value, StringComparer.OrdinalIgnoreCase))
        {
            var subject = new Subject(
                $"{owner.Name} header {(now ?? old)!.Name.Value}",
                old?.Name.Location ?? owner.Old,
                now?.Name.Location ?? owner.New
            );
            if (now is null)
            {
                yield return new HeaderComparison(Impacts.OnConsumers, subject, "the header is gone");
            }
            else if (old is null)
            {
                yield return new HeaderComparison(
                    now.Required ? Impacts.OnProvider : Impacts.OnNobody,
                    subject,
                    "the header is new"
                );
            }
            else if (old.Required != now.Required)
            {
                yield return new HeaderComparison(
                    now.Required ? Impacts.OnProvider : Impacts.OnConsumers,
                    subject,
                    now.Required ? "the header is always there" : "the header is only sometimes there"
                );
            }
        }
    }
}
