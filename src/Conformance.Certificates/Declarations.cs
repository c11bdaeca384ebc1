using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Certificates;

/// <summary>Reads what somebody declares of a target: a JSON list, each entry with a name under it.</summary>
internal static class Declarations
{
    private const string Form =
        """A list such as [{"requirement": "vault-storage", "statement": "...", "declaredBy": "...", "role": "...", "date": "2026-11-01"}].""";

    /// <summary>The declarations; refused when they are not what they must be.</summary>
    /// <param name="path">The file; null for none.</param>
    /// <param name="today">Nobody declares in the future.</param>
    public static Attempt<DeclarationList> Read(string? path, DateOnly today)
    {
        if (path is null)
        {
            return new DeclarationList([]);
        }

        try
        {
            var all = JsonSerializer.Deserialize(
                File.ReadAllBytes(path),
                CertificateJson.Default.ImmutableArrayDeclaration
            );
            return all.IsDefault ? Refusal.Configuration($"'{path}' declares nothing.", Form)
                : all.FirstOrDefault(d => Problem(d, today) is not null) is { } bad
                    ? Refusal.Configuration($"'{path}': {Problem(bad, today)}", Form)
                : new DeclarationList(all);
        }
        catch (JsonException e)
        {
            return Refusal.Configuration($"'{path}' cannot be read: {e.Message}", Form);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Configuration($"The declarations cannot be read: {e.Message}", Form);
        }
    }

    /// <summary>What is wrong with a declaration; null when nothing is.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="today">The day it is looked at.</param>
    public static string? Problem(Declaration declaration, DateOnly today) =>
        string.IsNullOrWhiteSpace(declaration.Requirement) ? "a declaration does not say what it is about."
        : string.IsNullOrWhiteSpace(declaration.Statement) ? $"'{declaration.Requirement}' declares nothing."
        : string.IsNullOrWhiteSpace(declaration.DeclaredBy)
            ? $"nobody stands for '{declaration.Requirement}': declaredBy is empty."
        : declaration.Date > today
            ? $"'{declaration.Requirement}' is dated {declaration.Date:yyyy-MM-dd}, which is still to come."
        : null;
}

/// <summary>What is declared.</summary>
/// <param name="All">The declarations.</param>
internal sealed record DeclarationList(ImmutableArray<Declaration> All);
