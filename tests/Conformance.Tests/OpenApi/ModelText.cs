using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Conformance.Specification.Model;

namespace Conformance.Tests.OpenApi;

/// <summary>What a specification says, a line for each value, without the places where it says it.</summary>
internal static class ModelText
{
    // Where it was read, not what was read.
    private static readonly string[] Left = ["Files", "Digest", "KeywordLocations", "Location"];

    public static string Of(object model)
    {
        var text = new StringBuilder();
        Write("", model, text);
        return text.ToString();
    }

    private static void Write(string path, object? value, StringBuilder text)
    {
        switch (value)
        {
            case null:
                break;
            case SourceLocation:
                text.Append(path).Append(" is written\n");
                break;
            case JsonElement json:
                text.Append(path).Append(" = ").Append(JsonSerializer.Serialize(json)).Append('\n');
                break;
            case string or IFormattable or bool:
                text.Append(path)
                    .Append(" = ")
                    .Append(Convert.ToString(value, CultureInfo.InvariantCulture))
                    .Append('\n');
                break;
            case IEnumerable list:
                List(path, list, text);
                break;
            default:
                text.Append(path).Append(": ").Append(value.GetType().Name).Append('\n');
                foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    if (property.GetIndexParameters().Length == 0 && !Left.Contains(property.Name))
                    {
                        Write($"{path}.{property.Name}", property.GetValue(value), text);
                    }
                }

                break;
        }
    }

    private static void List(string path, IEnumerable list, StringBuilder text)
    {
        var index = 0;
        foreach (var item in list)
        {
            Write($"{path}[{index++}]", item, text);
        }
    }
}
