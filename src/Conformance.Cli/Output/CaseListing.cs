using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Requirements;

namespace Conformance.Cli.Output;

/// <summary>Writes the cases of a plan, for people and for programs.</summary>
internal static class CaseListing
{
    /// <summary>One line for each case, then what is not tested.</summary>
    public static void WriteText(ConformancePlan plan, TextWriter output)
    {
        foreach (var kind in plan.Cases.GroupBy(c => c.Kind).OrderBy(g => g.Key))
        {
            output.WriteLine($"{KindNames.Of(kind.Key)} ({Number(kind.Count())})");
            var width = kind.Max(c => c.Id.Length);
            foreach (var contractCase in kind)
            {
                var id = contractCase.Id.PadRight(width);
                output.WriteLine(
                    $"  {Level(contractCase.Requirement), -6}  {id}  {SafeText.OneLine(contractCase.Title)}"
                );
            }

            output.WriteLine();
        }

        if (!plan.Omissions.IsEmpty)
        {
            output.WriteLine($"Not tested ({Number(plan.Omissions.Length)})");
            foreach (var omission in plan.Omissions)
            {
                output.WriteLine($"  {omission.Requirement.Id}: {SafeText.OneLine(omission.Reason)}");
            }

            output.WriteLine();
        }

        output.WriteLine(
            $"{Number(plan.Cases.Length)} cases, {Number(plan.Cases.Sum(c => c.MaxRequests))} requests at most"
        );
    }

    /// <summary>One object with all cases and omissions.</summary>
    public static void WriteJson(ConformancePlan plan, TextWriter output)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("specification", plan.Options.Specification);
            json.WriteString("digest", plan.Specification.Digest);
            json.WriteNumber("seed", plan.Options.Seed);
            json.WriteStartArray("cases");
            foreach (var contractCase in plan.Cases)
            {
                WriteCase(json, contractCase);
            }

            json.WriteEndArray();
            json.WriteStartArray("notTested");
            foreach (var omission in plan.Omissions)
            {
                json.WriteStartObject();
                WriteRequirement(json, omission.Requirement);
                json.WriteString("reason", omission.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteCase(Utf8JsonWriter json, ContractCase contractCase)
    {
        json.WriteStartObject();
        json.WriteString("id", contractCase.Id);
        json.WriteString("title", contractCase.Title);
        json.WriteString("kind", KindNames.Of(contractCase.Kind));
        json.WriteString("endpoint", contractCase.Endpoint?.Name);
        WriteRequirement(json, contractCase.Requirement);
        json.WriteString("origin", Lower(contractCase.Origin.ToString()));
        json.WriteString("isolation", JsonNamingPolicy.SnakeCaseLower.ConvertName(contractCase.Isolation.ToString()));
        json.WriteNumber("maxRequests", contractCase.MaxRequests);
        WriteTexts(json, "tags", contractCase.Tags);
        WriteTexts(json, "notObserved", contractCase.NotObserved);
        json.WriteEndObject();
    }

    private static void WriteRequirement(Utf8JsonWriter json, Requirement requirement)
    {
        json.WriteStartObject("requirement");
        json.WriteString("id", requirement.Id);
        json.WriteString("level", Level(requirement));
        json.WriteString("basis", Lower(requirement.Basis.ToString()));
        json.WriteString("statement", requirement.Statement);
        json.WriteString("location", requirement.Location.ToString());
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Level(Requirement requirement) =>
        requirement.Level.ToString().ToUpper(CultureInfo.InvariantCulture);

#pragma warning disable CA1308 // The spelling of the format.
    private static string Lower(string word) => word.ToLowerInvariant();
#pragma warning restore CA1308

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
