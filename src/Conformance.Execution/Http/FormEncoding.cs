namespace Conformance.Execution.Http;

/// <summary>Writes <c>application/x-www-form-urlencoded</c>.</summary>
internal static class FormEncoding
{
    /// <summary>All fields in order; names may repeat.</summary>
    public static string Encode(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(f => $"{Encode(f.Key)}={Encode(f.Value)}"));

    /// <summary>One name or value.</summary>
    public static string Encode(string text) =>
        Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);
}
