using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Conformance.Execution.Recording;
using Conformance.Reports.Wording;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;
using Conformance.Verdicts.Results;

namespace Conformance.Reports.Allure;

/// <summary>The steps of a result: those of the case, in each its exchanges, in each exchange its checks.</summary>
internal sealed class AllureSteps(
    SchemaTexts schemas,
    ReportOptions options,
    AllureJsonContext json,
    AttachmentSet attachments
)
{
    /// <summary>The steps of a case.</summary>
    /// <param name="result">The case.</param>
    /// <param name="start">When it started, in milliseconds.</param>
    public ImmutableArray<AllureStep> Of(CaseResult result, long start)
    {
        var exchanges = result.Record?.Exchanges ?? [];
        var steps = new List<AllureStep>();
        var clock = start;
        foreach (var step in result.Case.Steps)
        {
            var own = exchanges.Where(e => e.Step == step.Name).ToImmutableArray();
            var described = own.IsEmpty
                ? Silent(step, result, clock)
                : Group($"{step.Name}: {StepPhrase.Of(step)}", own, step, result, clock);
            clock = described.Stop;
            steps.Add(described);
        }

        var others = exchanges.Where(e => result.Case.Steps.All(s => s.Name != e.Step));
        foreach (var other in others.GroupBy(e => e.Step))
        {
            steps.Add(Group(other.Key, [.. other], null, result, clock));
            clock = steps[^1].Stop;
        }

        var overall = result.Checks.Where(c => !exchanges.Any(e => e.Index == c.Exchange)).ToArray();
        if (overall.Length > 0)
        {
            steps.Add(Parent("over all steps", [.. overall.Select(c => Check(c, clock))], clock, clock));
        }

        return [.. steps];
    }

    private AllureStep Group(
        string name,
        ImmutableArray<Exchange> exchanges,
        CaseStep? step,
        CaseResult result,
        long clock
    )
    {
        var judged = result.Checks.Where(c => c.Outcome is not CheckOutcome.Held).Select(c => c.Exchange).OfType<int>();
        var shown = Excerpted.Of(exchanges, options.MaxExchangesPerStep, judged.ToHashSet());
        var children = shown.Exchanges.Select(e => Describe(e, step, result)).ToList();
        if (shown.Omitted > 0)
        {
            children.Add(Omitted(shown.OmittedExchanges, clock));
        }

        var obstacle = ObstacleOf(result, step);
        var group = Parent(name, [.. children], children.Min(c => c.Start), children.Max(c => c.Stop));
        return obstacle is null
            ? group
            : group with
            {
                Status = StatusOf(obstacle),
                StatusDetails = new(obstacle.Reason),
            };
    }

    private AllureStep Describe(Exchange exchange, CaseStep? step, CaseResult result)
    {
        var document = AllureExchange.Of(exchange, options);
        var checks = result.Checks.Where(c => c.Exchange == exchange.Index).ToArray();
        var described = Parent(
            $"#{exchange.Index + 1} {ExchangeLine.Short(exchange)}",
            [.. checks.Select(c => Check(c, document.Stop))],
            document.Start,
            document.Stop
        );
        var files = new List<AllureAttachment>
        {
            attachments.Add(
                "request and response",
                AllureExchange.MediaType,
                "httpexchange",
                JsonSerializer.SerializeToUtf8Bytes(document, json.AllureExchange)
            ),
        };
        files.AddRange(checks.Length == 0 ? [] : Schemas(exchange, step).Select(Attach));
        var failure = exchange.Failure is { } f ? new AllureStatusDetails(f.Message) : null;
        return described with
        {
            Status = failure is null ? described.Status : AllureStatuses.Worst([described.Status, AllureStatus.Broken]),
            StatusDetails = failure,
            Attachments = [.. files],
        };
    }

    private static IEnumerable<(string Name, SchemaNode Schema)> Schemas(Exchange exchange, CaseStep? step)
    {
        if (exchange.Response is not { } response)
        {
            yield break;
        }

        if (exchange.Endpoint?.ResponseTo(response.Status)?.Schema is { } declared)
        {
            yield return ($"schema of response {Number(response.Status)}", declared);
        }

        var expected = (step as CaseStep.Send)?.Expectations ?? [];
        foreach (var expectation in expected.OfType<BodyMatches>())
        {
            yield return ($"schema of {expectation.Requirement.Id}", expectation.Schema);
        }
    }

    private AllureAttachment Attach((string Name, SchemaNode Schema) schema) =>
        attachments.Add(
            $"{schema.Name} ({schema.Schema.Location.File}:{Number(schema.Schema.Location.Line)})",
            "application/json",
            "json",
            schemas.Of(schema.Schema)
        );

    private static AllureStep Silent(CaseStep step, CaseResult result, long clock)
    {
        var obstacle = ObstacleOf(result, step);
        var isReached = result.Record is not null && obstacle is null && !IsAfterObstacle(step, result);
        var isCarriedOut =
            isReached && step is not (CaseStep.Send or CaseStep.SendConcurrently or CaseStep.SendUntilLimited);
        return new AllureStep
        {
            Name = $"{step.Name}: {StepPhrase.Of(step)}",
            Status =
                obstacle is not null ? StatusOf(obstacle)
                : isCarriedOut ? AllureStatus.Passed
                : AllureStatus.Skipped,
            StatusDetails = isCarriedOut ? null : new(obstacle?.Reason ?? "not carried out"),
            Start = clock,
            Stop = clock,
        };
    }

    private static Obstacle? ObstacleOf(CaseResult result, CaseStep? step) =>
        step is not null && result.Record?.Obstacle is { } obstacle && obstacle.Step == step.Name ? obstacle : null;

    private static bool IsAfterObstacle(CaseStep step, CaseResult result)
    {
        var steps = result.Case.Steps;
        return result.Record?.Obstacle is { } obstacle
            && (obstacle.Step is null || steps.TakeWhile(s => s.Name != step.Name).Any(s => s.Name == obstacle.Step));
    }

    private static AllureStatus StatusOf(Obstacle obstacle) =>
        obstacle.Kind is ObstacleKind.Broken ? AllureStatus.Broken : AllureStatus.Skipped;

    private static AllureStep Check(CheckResult check, long at) =>
        new()
        {
            Name = $"{Mark(check)}{check.Requirement.Statement} ({check.Check})",
            Status = AllureStatuses.Of(check.Outcome),
            StatusDetails = AllureStatuses.DetailsOf(check),
            Start = at,
            Stop = at,
        };

    // An observation is told in the step's name: Allure shows no details of a step that passed.
    private static string Mark(CheckResult check) =>
        check.Outcome switch
        {
            CheckOutcome.Warned => "warning: ",
            CheckOutcome.Waived => "waived: ",
            CheckOutcome.Observed => $"observed {check.Finding?.Actual}: ",
            _ => "",
        };

    private static AllureStep Omitted(ImmutableArray<Exchange> exchanges, long clock)
    {
        var answers = exchanges.GroupBy(ExchangeLine.Answer).Select(g => $"{g.Count()} x {g.Key}");
        return Parent($"{exchanges.Length} further exchanges: {string.Join(", ", answers)}", [], clock, clock);
    }

    private static AllureStep Parent(string name, ImmutableArray<AllureStep> steps, long start, long stop) =>
        new()
        {
            Name = name,
            Status = AllureStatuses.Worst(steps.Select(s => s.Status)),
            Start = start,
            Stop = stop,
            Steps = steps,
        };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
