using System.Collections.Immutable;
using Conformance.Specification.Model;
using Conformance.Specification.Phrases;
using Conformance.Specification.Yaml;

namespace Conformance.Specification.Reading.Scenarios;

/// <summary>The steps of a scenario.</summary>
internal static class StepReader
{
    public static ImmutableArray<ScenarioStep> Read(
        MappingReader reader,
        Endpoint? endpoint,
        PayloadReader payloads,
        ScenarioScope scope
    )
    {
        // A list of mappings calls operations; a list of texts speaks of one operation's requests and responses.
        if (reader.Value("steps") is YamlSequence { Items: [YamlMapping, ..] } calls)
        {
            return CallReader.Read(calls, reader.Context, scope);
        }

        var steps = ImmutableArray.CreateBuilder<ScenarioStep>();
        ScenarioStep.Send? last = null;
        foreach (var text in reader.Texts("steps"))
        {
            var step = StepPhrase.Parse(text.Value);
            if (!step.IsUnderstood)
            {
                payloads.NotUnderstood(text, "a step", step.Accepted);
                continue;
            }

            if (step.Value is Step.Send send)
            {
                last = Send(text, send, last, endpoint, payloads);
                steps.Add(last);
            }
            else if (step.Value is Step.Response response)
            {
                steps.Add(new ScenarioStep.Response(text, response.Status, response.Bindings));
            }
        }

        return steps.ToImmutable();
    }

    private static ScenarioStep.Send Send(
        Located<string> text,
        Step.Send send,
        ScenarioStep.Send? last,
        Endpoint? endpoint,
        PayloadReader payloads
    )
    {
        var headers = send
            .Clauses.Where(c => c.Value is not null && IsHeader(c.Name, endpoint))
            .Select(c => KeyValuePair.Create(c.Name, StepPhrase.TextOf(c.Value!.Value)))
            .ToImmutableArray();
        if (send.SameKey && last is not null)
        {
            headers = headers.AddRange(last.Headers.Where(h => headers.All(own => own.Key != h.Key)));
        }

        var fields = send.Clauses.RemoveAll(c => IsHeader(c.Name, endpoint));
        var edits = payloads.Edits(fields, text);
        var payload = send.IsSame && fields.IsEmpty ? null : new PayloadExpression(text, edits, null);
        return new ScenarioStep.Send(text, send.IsSame && fields.IsEmpty, payload, headers);
    }

    /// <summary>A declared header, or a name that only headers have.</summary>
    private static bool IsHeader(string name, Endpoint? endpoint) =>
        endpoint?.Headers.Any(h => h.Name.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) == true
        || name.StartsWith("X-", StringComparison.OrdinalIgnoreCase)
        || (name.Contains('-', StringComparison.Ordinal) && char.IsAsciiLetterUpper(name[0]));
}
