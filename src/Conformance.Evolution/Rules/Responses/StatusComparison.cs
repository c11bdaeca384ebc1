using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Responses;

/// <summary>Statuses that only one version of an operation declares.</summary>
/// <param name="Status">The status.</param>
/// <param name="IsNew">Whether the new version has it.</param>
/// <param name="Subject">The operation.</param>
internal sealed record StatusComparison(int Status, bool IsNew, Subject Subject)
{
    public static IEnumerable<StatusComparison> Of(OperationPair operation, Func<int, bool> which)
    {
        var olds = operation.Old.Responses.Where(r => which(r.Status.Value));
        var news = operation.New.Responses.Where(r => which(r.Status.Value));
        return Matching
            .By(olds, news, r => $"{r.Status.Value}")
            .Where(p => p.Old is null || p.New is null)
            .Select(p => new StatusComparison(
                (p.New ?? p.Old)!.Status.Value,
                p.New is not null,
                new Subject(
                    operation.Name,
                    p.Old?.Status.Location ?? operation.Subject.Old,
                    p.New?.Status.Location ?? operation.Subject.New
                )
            ));
    }
}
