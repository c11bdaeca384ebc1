using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Evolution.Writing;

/// <summary>A comparison for programs.</summary>
internal static class JsonComparison
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, SpecificationComparison comparison, View view)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("view", Words.Of(view));
            Summary(json, comparison, view);
            Version(json, comparison.Version);
            json.WriteStartArray("changes");
            foreach (var change in comparison.Changes)
            {
                Write(json, change, view);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void Summary(Utf8JsonWriter json, SpecificationComparison comparison, View view)
    {
        json.WriteStartObject("summary");
        foreach (var impact in new[] { Impact.Breaking, Impact.NonBreaking, Impact.Documentation })
        {
            json.WriteNumber(Words.Of(impact), comparison.Count(impact, view));
        }

        json.WriteEndObject();
    }

    private static void Version(Utf8JsonWriter json, Versions.VersionCheck version)
    {
        json.WriteStartObject("version");
        json.WriteString("old", version.Old);
        json.WriteString("new", version.New);
        json.WriteString("needed", Words.Of(version.Needed));
        json.WriteString("taken", version.Taken is { } taken ? Words.Of(taken) : null);
        json.WriteString("suggested", version.Suggested);
        json.WriteBoolean("fits", version.Fits);
        json.WriteString("problem", version.Problem);
        Location(json, "location", version.Location);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Change change, View view)
    {
        json.WriteStartObject();
        json.WriteString("rule", change.Rule.Id);
        json.WriteString("title", change.Rule.Title);
        json.WriteString("impact", Words.Of(change.Impacts.By(view)));
        json.WriteString("consumers", Words.Of(change.Impacts.Consumers));
        json.WriteString("provider", Words.Of(change.Impacts.Provider));
        json.WriteString("direction", Words.Of(change.Direction));
        json.WriteString("where", change.Where);
        json.WriteString("message", change.Message);
        json.WriteString("rationale", change.Rule.Rationale);
        Location(json, "old", change.Old);
        Location(json, "new", change.New);
        json.WriteStartArray("also_in");
        foreach (var place in change.AlsoIn)
        {
            json.WriteStringValue(place);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, string name, SourceLocation location)
    {
        json.WriteStartObject(name);
        json.WriteString("file", location.File);
        json.WriteNumber("line", location.Line);
        json.WriteNumber("column", location.Column);
        json.WriteString("path", location.Path);
        json.WriteEndObject();
    }
}
