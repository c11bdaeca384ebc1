using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Conformance.Specification.Diagnostics.Writing;

/// <summary>The tool and its rules in SARIF, and the small forms that results share.</summary>
internal static class SarifRules
{
    private static readonly ImmutableArray<string> SecurityRules =
    [
        "AUT-102",
        "AUT-103",
        "AUT-104",
        "AUT-109",
        "AUT-110",
        "AUT-113",
        "ERR-108",
        "HTP-111",
        "WHK-101",
        "WHK-103",
    ];

    public static void Tool(Utf8JsonWriter writer, ImmutableArray<RuleDescription> rules)
    {
        writer.WriteStartObject("tool");
        writer.WriteStartObject("driver");
        writer.WriteString("name", "conformance");
        writer.WriteString("semanticVersion", typeof(SarifRules).Assembly.GetName().Version?.ToString(3) ?? "0.0.0");
        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            Rule(writer, rule);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    public static string Level(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            _ => "note",
        };

    /// <summary>Stays the same when lines move: made of the rule and the path in the document.</summary>
    public static string Fingerprint(string key, int occurrence)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        return $"{Convert.ToHexStringLower(hash.AsSpan(0, 8))}:{occurrence}";
    }

    /// <summary>Relative paths stay relative to the repository; absolute ones become file URIs.</summary>
    public static string Uri(string file) =>
        Path.IsPathRooted(file)
            ? new Uri(file).AbsoluteUri
            : string.Join('/', file.Split('/').Where(step => step != ".").Select(System.Uri.EscapeDataString));

    private static void Rule(Utf8JsonWriter writer, RuleDescription rule)
    {
        var isSecurity = SecurityRules.Contains(rule.Id);
        writer.WriteStartObject();
        writer.WriteString("id", rule.Id);
        Text(writer, "shortDescription", rule.Title);
        Text(writer, "fullDescription", rule.Rationale);
        Text(writer, "help", rule.Fix);
        writer.WriteStartObject("defaultConfiguration");
        writer.WriteString("level", Level(rule.Severity));
        writer.WriteEndObject();
        writer.WriteStartObject("properties");
        writer.WriteStartArray("tags");
        writer.WriteStringValue("integration-specification");
        if (isSecurity)
        {
            writer.WriteStringValue("security");
        }

        writer.WriteEndArray();
        if (isSecurity)
        {
            writer.WriteString("security-severity", "7.5");
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter writer, string name, string text)
    {
        writer.WriteStartObject(name);
        writer.WriteString("text", text);
        writer.WriteEndObject();
    }
}
