using System.Globalization;
using Microsoft.AspNetCore.Http;
using Shares.Core.Failures;
using Shares.Web.Bodies;

namespace Shares.Access.ListFiles;

/// <summary>Which part of a dataset's files is asked for. A client goes on at the offset plus the number of files that it got.</summary>
internal sealed record FileWindow(int Offset, int Limit)
{
    /// <summary>Cirro's clients ask for more than this: they get this many and ask again.</summary>
    public const int MaxLimit = 5000;

    public static Result<FileWindow> Read(IQueryCollection query)
    {
        var errors = new FieldErrors();
        int Number(string name, int least, int otherwise)
        {
            var text = query[name].ToString();
            if (text.Length == 0) return otherwise;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least) return number;
            errors.Add(name, $"must be a number from {least} to {int.MaxValue}");
            return otherwise;
        }

        var window = new FileWindow(Number("fileOffset", 0, 0), Math.Min(Number("fileLimit", 1, MaxLimit), MaxLimit));
        return errors.Failure is { } failure ? failure : window;
    }
}
