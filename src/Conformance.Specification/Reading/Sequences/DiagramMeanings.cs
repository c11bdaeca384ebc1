using System.Collections.Immutable;
using System.Globalization;
using Conformance.Specification.Diagnostics;
using Conformance.Specification.Model;

namespace Conformance.Specification.Reading.Sequences;

/// <summary>
/// Compares a diagram with the rest of the specification: which participant is the client, and which operation, answer or
/// event each message between it and the provider is.
/// </summary>
internal sealed class DiagramMeanings
{
    private readonly DiagramScope scope;
    private readonly SequenceReading reading;
    private readonly CalledOperation operations;
    private readonly string? client;
    private readonly HashSet<string> providers;

    private DiagramMeanings(SequenceReading reading, DiagramScope scope)
    {
        this.reading = reading;
        this.scope = scope;
        operations = new(scope.Endpoints);
        client = FindClient();
        var calls = reading.Messages.Where(m => m.From == client && m.To != client).ToList();
        var declared = calls.Where(m => operations.Find(m.Text) is not null).ToList();
        providers = declared
            .DefaultIfEmpty(calls.Find(m => MessageText.Call(m.Text) is not null))
            .Select(m => m?.To ?? "")
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The diagram with the meaning of each message.</summary>
    public static SequenceDiagram Complete(SequenceDiagram diagram, SequenceReading reading, DiagramScope scope)
    {
        var meanings = new DiagramMeanings(reading, scope);
        return diagram with
        {
            Participants = reading.Participants,
            Client = meanings.client,
            Messages = meanings.All(),
            Blocks = reading.Blocks,
            Unreadable = reading.Problems,
        };
    }

    private ImmutableArray<DiagramMessage> All()
    {
        var messages = new List<DiagramMessage>();
        foreach (var message in reading.Messages)
        {
            messages.Add(message with { Meaning = MeaningOf(message, messages) });
        }

        return [.. messages];
    }

    // Who calls a declared operation first is the client; without one, whoever is called so, or is told of an event.
    private string? FindClient() =>
        reading.Messages.FirstOrDefault(m => m.From != m.To && !m.IsAnswer && operations.Find(m.Text) is not null)?.From
        ?? reading.Messages.FirstOrDefault(m => m.From != m.To && MessageText.Call(m.Text) is not null)?.From
        ?? reading.Participants.FirstOrDefault(p =>
            p.Contains("client", StringComparison.OrdinalIgnoreCase)
            || p.Contains("consumer", StringComparison.OrdinalIgnoreCase)
        )
        ?? reading.Messages.LastOrDefault(m => m.From != m.To && FindEvent(m.Text) is not null)?.To;

    private DiagramMeaning MeaningOf(DiagramMessage message, List<DiagramMessage> before)
    {
        if (message.From == message.To)
        {
            return Inside($"{message.From} does it by itself");
        }

        if (message.From == client)
        {
            return message.IsAnswer
                ? new DiagramMeaning.Unobserved("It binds the client; a run looks at the provider.")
                : OfCall(message);
        }

        return message.To == client ? OfProvider(message, before) : OfOthers(message);
    }

    private DiagramMeaning OfCall(DiagramMessage message)
    {
        if (operations.Find(message.Text) is { } endpoint)
        {
            return new DiagramMeaning.Call(endpoint);
        }

        if (MessageText.Call(message.Text) is not { } call)
        {
            return new DiagramMeaning.Unobserved(
                "It names no operation; write its method and path, or its operation id."
            );
        }

        if (scope.IsTokenPath(call.Path))
        {
            return new DiagramMeaning.Unobserved(
                "A run fetches its tokens by itself; the cases of authentication test it."
            );
        }

        if (!providers.Contains(message.To))
        {
            return new DiagramMeaning.Unobserved($"It goes to {message.To}, and the specification is not about it.");
        }

        var methods = operations.MethodsOf(call.Path).ToList();
        var names = scope.Endpoints.Select(e => e.Name).ToList();
        return new DiagramMeaning.Undeclared(
            $"{call.Method} {call.Path} is no declared operation",
            methods.Count > 0 ? $"{string.Join(" or ", methods)} {call.Path}"
                : NearestWord.Among(names, $"{call.Method} {call.Path}") is { } near ? near
                : $"one of {string.Join(", ", names.Take(6))}"
        );
    }

    private DiagramMeaning OfProvider(DiagramMessage message, List<DiagramMessage> before)
    {
        var called = before.FindLastIndex(m => m.Meaning is DiagramMeaning.Call && m.GoesWith(message));
        var isOpen = called >= 0 && !before.Any(m => IsAnswerTo(m, called) && m.GoesWith(message));
        if (isOpen && !message.IsAsynchronous && (message.IsAnswer || MessageText.Status(message.Text) is not null))
        {
            return OfAnswer(message, before, called);
        }

        if (FindEvent(message.Text) is { } found)
        {
            return new DiagramMeaning.Delivery(found);
        }

        return MessageText.Event(message.Text) is { } name ? Unknown(name)
            : isOpen && !MessageText.SpeaksOfEvents(message.Text) ? OfAnswer(message, before, called)
            : new DiagramMeaning.Unobserved("It names no event, and answers no call that the diagram shows.");
    }

    private static bool IsAnswerTo(DiagramMessage message, int called) =>
        message.Meaning is DiagramMeaning.Answer answer && answer.Called == called;

    private DiagramMeaning OfAnswer(DiagramMessage message, List<DiagramMessage> before, int called)
    {
        var endpoint = ((DiagramMeaning.Call)before[called].Meaning).Endpoint;
        var code = CodeIn(message.Text);
        var status =
            MessageText.Status(message.Text)
            ?? scope.ErrorCodes.FirstOrDefault(e => e.Code.Value == code)?.HttpStatus.Value
            ?? PassedOn(message, before.Skip(called + 1), endpoint);
        if (status is not { } told || endpoint.Responses.IsEmpty || IsDeclared(endpoint, told))
        {
            return new DiagramMeaning.Answer(called, status, code);
        }

        var declared = endpoint.Responses.Select(r => r.Status.Value.ToString(CultureInfo.InvariantCulture));
        return new DiagramMeaning.Undeclared(
            $"{endpoint.Name} declares no response {told.ToString(CultureInfo.InvariantCulture)}",
            $"one of {string.Join(", ", declared)}"
        );
    }

    // An answer without a status passes on what the one who gives it was last told: Order Created (201), Order Response.
    // What is no answer of the operation was said about something else.
    private int? PassedOn(DiagramMessage message, IEnumerable<DiagramMessage> since, Endpoint endpoint) =>
        since
            .Where(m => m.IsAnswer && m.From != client && m.To == message.From && m.GoesWith(message))
            .Select(m => MessageText.Status(m.Text))
            .LastOrDefault(s => s is not null)
            is { } told
        && IsDeclared(endpoint, told)
        && (told >= 400 || endpoint.Responses.Count(r => r.Status.Value is >= 200 and < 300) == 1 || told == 201)
            ? told
            : null;

    private bool IsDeclared(Endpoint endpoint, int status) =>
        endpoint.FindResponse(status) is not null
        || (status >= 400 && scope.ErrorCodes.Any(e => e.HttpStatus.Value == status));

    private DiagramMeaning OfOthers(DiagramMessage message)
    {
        var isWebhook = message.Text.Value.Contains("webhook", StringComparison.OrdinalIgnoreCase);
        var found = FindEvent(message.Text);
        var isToldClient = reading.Messages.Any(m => m.To == client && found is not null && FindEvent(m.Text) == found);
        return isWebhook && !isToldClient && found is not null ? new DiagramMeaning.Delivery(found)
            : client is null
                ? new DiagramMeaning.Unobserved("No participant of the diagram can be told to be the client.")
            : Inside($"it is between {message.From} and {message.To}");
    }

    private DiagramMeaning Unknown(string name)
    {
        var known = scope.Webhooks?.Events.Select(e => e.Name.Value).ToList() ?? [];
        return new DiagramMeaning.Undeclared(
            $"'{name}' is no declared event",
            NearestWord.Among(known, name) is { } near ? near
                : known.Count > 0 ? $"one of {string.Join(", ", known.Take(6))}"
                : "an event under webhooks"
        );
    }

    private WebhookEvent? FindEvent(string text) =>
        scope.Webhooks?.Events.Where(e => MessageText.Has(text, e.Name)).MaxBy(e => e.Name.Value.Length);

    private string? CodeIn(string text) =>
        scope.ErrorCodes.Select(e => e.Code.Value).FirstOrDefault(code => MessageText.Has(text, code));

    private static DiagramMeaning.Unobserved Inside(string why) => new($"It cannot be seen from outside: {why}.");
}
