using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.WholeRun;

/// <summary>What is there to tell errors and resources apart does so over the whole run (STANDARDS ERR-05, IDM-01).</summary>
internal sealed class IdsOverTheRun : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        if (RunSentences.RequestIdsAreUnique(context.Specification) is { } requestIds)
        {
            yield return RunCase.Of(
                ScenarioKind.EdgeCases,
                "request-ids-are-unique",
                $"no two errors have the same {context.Specification.ErrorFormat!.Roles.RequestId}",
                new RequestIdsAreUnique(requestIds)
            );
        }

        if (RunSentences.IdentifiersAreUnique(context.Specification, context.Effective) is { } identifiers)
        {
            yield return RunCase.Of(
                ScenarioKind.HappyPath,
                "identifiers-are-unique",
                "no two created resources have the same identifier",
                new IdentifiersAreUnique(identifiers)
            );
        }
    }
}
