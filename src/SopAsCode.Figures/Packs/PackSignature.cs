using System.Security.Cryptography;
using System.Security.Cryptography.Cose;

namespace SopAsCode.Figures;

/// <summary>Signs what a pack says about itself, as a COSE_Sign1 message with detached content (RFC 9052), and looks whether a signature is right.</summary>
internal static class PackSignature
{
    /// <summary>Signs.</summary>
    /// <exception cref="PackException">The key is no private key of ECDSA.</exception>
    public static byte[] Sign(byte[] statement, string pem)
    {
        using var key = Key(pem);
        try
        {
            return CoseSign1Message.SignDetached(statement, new(key, HashOf(key)));
        }
        catch (CryptographicException e)
        {
            throw new PackException($"The key can't sign: {e.Message}", e);
        }
    }

    /// <summary>Whether a signature over these bytes was made with the private part of a key.</summary>
    /// <exception cref="PackException">The key is no key of ECDSA.</exception>
    public static bool IsRight(byte[] signature, byte[] statement, string pem)
    {
        using var key = Key(pem);
        try
        {
            return CoseMessage.DecodeSign1(signature).VerifyDetached(key, statement);
        }
        catch (CryptographicException)
        {
            // No such message, or one of another kind.
            return false;
        }
    }

    private static HashAlgorithmName HashOf(ECDsa key) => key.KeySize switch
    {
        <= 256 => HashAlgorithmName.SHA256,
        <= 384 => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA512,
    };

    private static ECDsa Key(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new PackException($"This is no key of ECDSA as PEM: {e.Message} Make one with: openssl ecparam -name prime256v1 -genkey -noout", e);
        }
    }
}
