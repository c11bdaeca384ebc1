using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Scenarios.Ledger;

namespace Conformance.Cli.Output;

/// <summary>Writes the rules behind the suite for programs.</summary>
internal static class StandardsJson
{
    /// <summary>One object with all rules, or only those that nothing tests.</summary>
    public static void Write(bool onlyMissing, TextWriter output)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteStartArray("rules");
            foreach (var family in StandardsLedger.Families)
            {
                foreach (var rule in family.Rules.Where(r => !onlyMissing || !r.IsTested))
                {
                    Write(json, family, rule);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, RuleFamily family, StandardRule rule)
    {
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("binding", rule.Binding);
        json.WriteString("about", family.Name);
        json.WriteString("statement", rule.Statement);
        json.WriteString("source", rule.Source);
        json.WriteStartArray("testedBy");
        foreach (var name in rule.TestedBy)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        if (rule.Reason is { } reason)
        {
            json.WriteString("reason", reason);
        }

        json.WriteEndObject();
    }
}
