using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Scenarios.Inventory;

namespace Conformance.Cli.Output;

/// <summary>Writes requirements and their cases for programs.</summary>
internal static class CoverageJson
{
    /// <summary>One object with all requirements, or only those that no case tests.</summary>
    public static void Write(ConformancePlan plan, RequirementCoverage coverage, bool onlyMissing, TextWriter output)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("specification", plan.Options.Specification);
            json.WriteString("digest", plan.Specification.Digest);
            json.WriteNumber("total", coverage.Requirements.Length);
            json.WriteNumber("tested", coverage.Tested.Count());
            json.WriteNumber("notTested", coverage.Untested.Count());
            json.WriteNumber("withoutReason", coverage.Gaps.Count());
            json.WriteStartArray("requirements");
            foreach (var covered in onlyMissing ? coverage.Untested : coverage.Requirements)
            {
                Write(json, covered);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Write(Utf8JsonWriter json, CoveredRequirement covered)
    {
        var requirement = covered.Requirement;
        json.WriteStartObject();
        json.WriteString("id", requirement.Id);
        json.WriteString("level", requirement.Level.ToString().ToUpper(CultureInfo.InvariantCulture));
        json.WriteString("basis", Lower(requirement.Basis.ToString()));
        json.WriteString("statement", requirement.Statement);
        json.WriteString("location", requirement.Location.ToString());
        json.WriteString("section", JsonNamingPolicy.SnakeCaseLower.ConvertName(covered.Entry.Section.ToString()));
        json.WriteString("operation", covered.Entry.Endpoint?.OperationId.Value);
        if (covered.Entry.Observation is Observation.OnEveryExchange on)
        {
            json.WriteString("judgedBy", on.Invariant);
        }

        json.WriteStartArray("cases");
        foreach (var id in covered.CaseIds)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        if (!covered.IsTested)
        {
            json.WriteString("reason", covered.Reason);
        }

        json.WriteEndObject();
    }

#pragma warning disable CA1308 // The spelling of the format.
    private static string Lower(string word) => word.ToLowerInvariant();
#pragma warning restore CA1308
}
