using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Verdicts.Results;

namespace Conformance.Cli.Verification;

/// <summary>Writes the matrix for programs.</summary>
internal static class VerificationJson
{
    /// <summary>One object with every fault.</summary>
    public static string Of(VerificationResult result)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            Write(json, result);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, VerificationResult result)
    {
        json.WriteStartObject();
        json.WriteString("format", "conformance-verification");
        json.WriteNumber("version", 1);
        json.WriteString("specification", result.Options.Plan.Options.Specification);
        json.WriteString("digest", result.Options.Plan.Specification.Digest);
        json.WriteNumber("exitCode", result.ExitCode);
        json.WriteNumber("requests", result.Requests);
        json.WriteNumber("durationMs", Milliseconds(result.Duration));
        json.WriteStartObject("counts");
        json.WriteNumber("faults", result.Faults.Length);
        foreach (var detection in Enum.GetValues<Detection>())
        {
            json.WriteNumber(Name(detection), result.Of(detection).Count());
        }

        json.WriteEndObject();
        WriteConforming(json, result);
        json.WriteStartArray("faults");
        foreach (var row in result.Faults)
        {
            Write(json, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteConforming(Utf8JsonWriter json, VerificationResult result)
    {
        json.WriteStartArray("conforming");
        foreach (var run in result.Conforming)
        {
            json.WriteStartObject();
            json.WriteNumber("cases", run.Cases.Length);
            json.WriteNumber("passed", run.Count(Verdict.Passed));
            json.WriteNumber("requests", run.Requests);
            json.WriteNumber("durationMs", Milliseconds(run.Duration));
            json.WriteStartArray("falseAlarms");
            foreach (var alarm in run.FalseAlarms)
            {
                json.WriteStringValue(alarm.Case.Id);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, FaultOutcome row)
    {
        json.WriteStartObject();
        json.WriteString("name", row.Fault.Name);
        json.WriteString("area", FaultSelection.AreaName(row.Fault.Area));
        json.WriteString("description", row.Fault.Description);
        json.WriteString("detection", Name(row.Detection));
        if (row.Reason is not null)
        {
            json.WriteString("reason", row.Reason);
        }

        json.WriteNumber("alterations", row.Alterations);
        json.WriteNumber("casesRun", row.CasesRun);
        json.WriteBoolean("complete", row.IsComplete);
        json.WriteNumber("requests", row.Requests);
        json.WriteNumber("durationMs", Milliseconds(row.Duration));
        Write(json, "caughtBy", row.Catches);
        Write(json, "warnedBy", row.Warnings);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<Sighting> sightings)
    {
        json.WriteStartArray(name);
        foreach (var seen in sightings)
        {
            json.WriteStartObject();
            json.WriteString("case", seen.Case.Id);
            json.WriteString("check", seen.Check);
            json.WriteString("requirement", seen.Requirement.Id);
            json.WriteString("where", seen.Finding.Where);
            json.WriteString("expected", seen.Finding.Expected);
            json.WriteString("actual", seen.Finding.Actual);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Name(Detection detection) => JsonNamingPolicy.CamelCase.ConvertName(detection.ToString());

    private static double Milliseconds(TimeSpan duration) => Math.Round(duration.TotalMilliseconds);
}
