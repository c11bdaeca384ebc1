using Conformance.Execution.Secrets;

namespace Conformance.Reports.Writing;

/// <summary>A file that was held back because a known secret would have stood in it. The message never has the value.</summary>
/// <param name="path">The file.</param>
/// <param name="hit">The secret and where it was found.</param>
public sealed class SecretFoundException(string path, SecretHit hit)
    : IOException(
        $"'{path}' is held back: {hit.Name} would have stood in it ({hit.Form}, at byte {hit.At}). "
            + "If its value is used as ordinary data too, give the credential a value of its own; if not, report this as a defect of the tool."
    );
