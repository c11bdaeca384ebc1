using Conformance.Evolution.Pairs;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Rules.Environments;

/// <summary>The environments of both versions.</summary>
internal static class EnvironmentPairs
{
    public static IEnumerable<(TargetEnvironment Old, TargetEnvironment New, Subject Subject)> Of(
        SpecificationPair pair
    ) =>
        Matching
            .By(pair.Old.Environments, pair.New.Environments, e => e.Name.Value)
            .Where(p => p.Old is not null && p.New is not null)
            .Select(p =>
                (
                    p.Old!,
                    p.New!,
                    new Subject($"environment {p.New!.Name.Value}", p.Old!.Name.Location, p.New.Name.Location)
                )
            );

    /// <summary>Those of them that have service levels in either version.</summary>
    public static IEnumerable<(ServiceLevel? Old, ServiceLevel? New, Subject Subject)> Levels(SpecificationPair pair) =>
        Of(pair)
            .Where(e => e.Old.Sla is not null || e.New.Sla is not null)
            .Select(e =>
                (
                    e.Old.Sla,
                    e.New.Sla,
                    new Subject(
                        $"{e.Subject.Name}, SLA",
                        e.Old.Sla?.Location ?? e.Subject.Old,
                        e.New.Sla?.Location ?? e.Subject.New
                    )
                )
            );
}
