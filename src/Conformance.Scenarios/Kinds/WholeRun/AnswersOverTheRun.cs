using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.WholeRun;

/// <summary>Requests are answered to the end, and errors tell their own time, over the whole run (STANDARDS ERR-06).</summary>
internal sealed class AnswersOverTheRun : IScenarioSource
{
    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        if (RunSentences.ErrorTimestampsMoveOn(context.Specification) is { } moves)
        {
            yield return RunCase.Of(
                ScenarioKind.EdgeCases,
                "error-timestamps-move-on",
                $"no two errors of different times have the same {context.Specification.ErrorFormat!.Roles.Timestamp}",
                new ErrorTimestampsMoveOn(moves)
            );
        }

        if (RunSentences.AnswersArriveWhole(context.Specification) is { } arrive)
        {
            yield return RunCase.Of(
                ScenarioKind.EdgeCases,
                "answers-arrive-whole",
                "every request is answered, and every answer arrives whole",
                new AnswersArriveWhole(arrive)
            );
        }
    }
}
