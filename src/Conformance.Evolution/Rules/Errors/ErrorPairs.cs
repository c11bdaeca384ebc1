using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Errors;

/// <summary>The error codes of both versions.</summary>
internal static class ErrorPairs
{
    public static IEnumerable<(ErrorCode Old, ErrorCode New, Subject Subject)> Of(SpecificationPair pair) =>
        Matching
            .By(pair.Old.ErrorCodes, pair.New.ErrorCodes, c => c.Code.Value)
            .Where(p => p.Old is not null && p.New is not null)
            .Select(p =>
                (p.Old!, p.New!, new Subject($"error {p.New!.Code.Value}", p.Old!.Code.Location, p.New.Code.Location))
            );
}
