using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.WholeRun;

/// <summary>A case that sends nothing: it is judged by what all other cases recorded, when they are over.</summary>
internal static class RunCase
{
    /// <summary>The case of a sentence about the whole run.</summary>
    public static ContractCase Of(ScenarioKind kind, string situation, string title, RunExpectation expectation) =>
        new()
        {
            Id = $"run/{Compiling.KindNames.Of(kind)}/{situation}",
            Title = title,
            Kind = kind,
            Requirement = expectation.Requirement,
            Steps = [],
            OverRun = expectation,
            Isolation = CaseIsolation.WholeRun,
            Tags = ["whole-run"],
        };
}
