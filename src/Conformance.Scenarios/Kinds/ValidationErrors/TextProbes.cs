using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Kinds.ValidationErrors.Fields;
using Conformance.Scenarios.Payloads;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.ValidationErrors;

/// <summary>The values to try where a value travels as text: in the URL or in a header.</summary>
internal static class TextProbes
{
    /// <summary>The probes, each text once; those that only JSON can carry are left out.</summary>
    public static IEnumerable<FieldProbe> Of(
        CompilerContext context,
        string caseId,
        string name,
        bool isRequired,
        SchemaNode written
    )
    {
        var schema = context.Effective.Of(written);
        var sample = context.Payloads.Valid(schema, PayloadShape.Full, caseId, name);
        var subject = new FieldUnderTest(name, schema, isRequired, sample, context.Strings, context.Patterns);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        return FieldSituations
            .All.SelectMany(situation => situation.Probe(subject))
            .Where(probe => !probe.IsJsonOnly)
            .Where(probe =>
                probe.IsAbsent || probe.IsOpen || context.Judge.Agrees(written, probe.Value, probe.IsAccepted)
            )
            .Where(probe => probe.IsAbsent || texts.Add(ValidRequests.TextOf(probe.Value)));
    }

    /// <summary>Whether a header's value can carry the text.</summary>
    public static bool FitsHeader(string text) => text.All(c => c is >= ' ' and <= '~') && text.Trim() == text;
}
