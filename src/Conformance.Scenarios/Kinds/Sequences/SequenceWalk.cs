using System.Collections.Immutable;
using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;
using Conformance.Scenarios.Sequences;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Sequences;

/// <summary>Goes one way through a diagram as its client: calls in order, each on what the calls before it made.</summary>
internal sealed class SequenceWalk
{
    private readonly CompilerContext context;
    private readonly DiagramPath path;
    private readonly Requirement requirement;
    private readonly Dictionary<int, DrawnCall> calls = [];

    /// <summary>Finds out how each call is made.</summary>
    public SequenceWalk(CompilerContext context, DiagramPath path)
    {
        (this.context, this.path, requirement) = (context, path, SequenceSentences.Of(path));
        Obstacle =
            path.Messages.Select(m => m.Message.Meaning as DiagramMeaning.Undeclared)
                .Where(u => u is not null)
                .Select(u => $"It shows what is not declared: {u!.Problem}.")
                .FirstOrDefault()
            ?? Prepare();
    }

    /// <summary>Why there is no case; null when there is one.</summary>
    public string? Obstacle { get; }

    /// <summary>The case.</summary>
    /// <param name="withDeliveries">Whether the deliveries on the way are waited for.</param>
    public ContractCase Case(bool withDeliveries)
    {
        var first = context.Of(path.Calls.First().Call.Endpoint);
        var kind =
            withDeliveries ? ScenarioKind.Webhooks
            : calls.Values.Any(c => c.Status >= 400) ? ScenarioKind.EdgeCases
            : ScenarioKind.HappyPath;
        var situation = $"sequence/{path.Key}";
        var steps = new SequenceSteps(context, path, requirement, first.CaseId(kind, situation));
        foreach (var (number, message) in path.Messages)
        {
            if (message.Meaning is DiagramMeaning.Call call)
            {
                steps.Call(number, call.Endpoint, calls[number]);
            }
            else if (message.Meaning is DiagramMeaning.Delivery delivery && withDeliveries)
            {
                steps.Await(number, delivery.Event);
            }
        }

        return first.Case(
            kind,
            situation,
            $"{path.Diagram.Title.Value}{(path.Choices.Length == 0 ? "" : $" ({path.Choices})")}: "
                + $"{string.Join(", then ", steps.Shown)}",
            requirement,
            steps.All
        ) with
        {
            Expectations = steps.Expectations,
            Isolation = calls.Values.Any(c => c.State is not null) ? CaseIsolation.SharedState : CaseIsolation.Parallel,
            Tags = ["sequence"],
            NotObserved =
            [
                .. path
                    .Messages.Where(m => m.Message.Meaning is DiagramMeaning.Unobserved)
                    .Select(m => $"{m.Message.From} -> {m.Message.To}: {m.Message.Text.Value}"),
            ],
        };
    }

    private string? Prepare()
    {
        var called = new HashSet<Endpoint>();
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, drawn) in path.Calls)
        {
            var endpoint = drawn.Endpoint;
            var operation = context.Of(endpoint);
            var answer = path.AnswerTo(number)?.Answer;
            if (DrawnCall.Of(operation, answer, !called.Add(endpoint), path.Choices) is not { } call)
            {
                return $"Nothing brings this answer to {endpoint.Name} about: {Told(answer)}; "
                    + "declare a scenario with a setup that expects it.";
            }

            if (
                ResourceLife.NeedsResource(endpoint)
                && !made.Contains(endpoint.Resource!.Type)
                && context.Resources.CreatorOf(endpoint) is null
            )
            {
                return $"{endpoint.Name} works on a resource that no declared operation makes.";
            }

            if (endpoint.Resource is { Action: ResourceAction.Create } role)
            {
                made.Add(role.Type);
            }

            calls[number] = call;
        }

        return null;
    }

    private static string Told(DiagramMeaning.Answer? answer) =>
        string.Create(CultureInfo.InvariantCulture, $"{answer?.Status} {answer?.ErrorCode}").Trim();
}
