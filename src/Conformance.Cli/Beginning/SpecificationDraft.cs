using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Cli.Beginning.Sections;

namespace Conformance.Cli.Beginning;

/// <summary>Writes a specification that lints and runs at once, to be changed into what is really meant.</summary>
internal static class SpecificationDraft
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The whole text.</summary>
    public static string Write(Beginning beginning) =>
        string.Join(
            "\n",
            new[]
            {
                HeadSection.Write(beginning),
                AuthenticationSection.Write(beginning),
                EndpointsSection.Write(beginning),
                ModelsSection.Write(beginning),
                ErrorsSection.Write(beginning),
                LimitsSection.Write(beginning),
                WebhooksSection.Write(beginning),
                ScenariosSection.Write(beginning),
                EnvironmentsSection.Write(beginning),
            }
                .Where(section => section.Length > 0)
                .Select(section => section.ReplaceLineEndings("\n").TrimEnd('\n') + "\n")
        );

    /// <summary>A text that somebody typed, as a YAML value in double quotes: JSON strings are that.</summary>
    internal static string Quoted(string text) => JsonSerializer.Serialize(text, Plain);

    /// <summary>A block that is only there under a condition, with its line end.</summary>
    internal static string If(bool condition, string block) => condition ? block.TrimEnd('\n') + "\n" : "";

    /// <summary>A date as specifications write it.</summary>
    internal static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
