using System.Collections.Immutable;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;

namespace Conformance.Verdicts.Evidence;

/// <summary>A recorded case, as checks read it.</summary>
internal sealed class SeenCase
{
    private readonly ImmutableArray<SeenExchange> answered;
    private ResponseBody? lastRead;

    /// <summary>Looks at a record.</summary>
    /// <param name="record">What was recorded.</param>
    /// <param name="context">The specification and what else is known of the target.</param>
    public SeenCase(CaseRecord record, JudgeContext context)
    {
        Record = record;
        Context = context;
        HasSeveralExchanges = record.Exchanges.Count(e => e.Purpose is ExchangePurpose.Step) > 1;
        answered =
        [
            .. record
                .Exchanges.Where(e => e.Purpose is ExchangePurpose.Step && e.Response is not null)
                .Select(e => new SeenExchange(e, this)),
        ];
    }

    /// <summary>What was recorded.</summary>
    public CaseRecord Record { get; }

    /// <summary>The specification and what else is known of the target.</summary>
    public JudgeContext Context { get; }

    /// <summary>The case.</summary>
    public ContractCase Case => Record.Case;

    /// <summary>Whether places must name their step to be clear.</summary>
    public bool HasSeveralExchanges { get; }

    /// <summary>The exchanges of steps that were answered, in order.</summary>
    public ImmutableArray<SeenExchange> Answered => answered;

    /// <summary>The exchanges of a step, answered or not, in order.</summary>
    /// <param name="step">Name of the step.</param>
    public IEnumerable<Exchange> Recorded(string step) =>
        Record.Exchanges.Where(e => e.Purpose is ExchangePurpose.Step && e.Step == step);

    /// <summary>The answered exchanges of a step, in order.</summary>
    /// <param name="step">Name of the step.</param>
    public IEnumerable<SeenExchange> AnsweredOf(string step) => answered.Where(e => e.Exchange.Step == step);

    /// <summary>
    /// The exchange that counts for a step: its last one, for a request repeated with a new token is judged by the
    /// repetition. Null when it was not answered.
    /// </summary>
    /// <param name="step">Name of the step.</param>
    public SeenExchange? Final(string step) =>
        Recorded(step).LastOrDefault() is { Response: not null } last
            ? answered.First(e => ReferenceEquals(e.Exchange, last))
            : null;

    /// <summary>
    /// Reads a body. A step that drives a limit is answered the same list hundreds of times; it is read once.
    /// </summary>
    /// <param name="response">The response.</param>
    public ResponseBody ReadBody(RecordedResponse response)
    {
        if (lastRead is null || !lastRead.IsSameAs(response.Body, response.IsTruncated))
        {
            lastRead = ResponseBody.Read(response.Body, response.IsTruncated);
        }

        return lastRead;
    }

    /// <summary>The step of that name, or null.</summary>
    /// <param name="name">Name of the step.</param>
    public CaseStep? FindStep(string name) => Case.Steps.FirstOrDefault(s => s.Name == name);

    /// <summary>What a step expects of its exchanges.</summary>
    /// <param name="step">The step.</param>
    public static ImmutableArray<ExchangeExpectation> ExpectationsOf(CaseStep? step) =>
        step switch
        {
            CaseStep.Send send => send.Expectations,
            CaseStep.SendConcurrently send => send.Expectations,
            CaseStep.SendUntilLimited send => send.Expectations,
            _ => [],
        };
}
